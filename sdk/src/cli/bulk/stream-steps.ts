import { decodeText } from "../../document/encoding.ts";
import { formatOf } from "../../document/format.ts";
import type { TextFormat } from "../../document/text.ts";
import { CommandError } from "../exit-code.ts";
import { guessFormat, mostBytes, tooLarge } from "../read-file.ts";
import { reasonOf } from "../reason-of.ts";
import { type Place, readBlocks } from "./blocks.ts";
import { type ByteSource, openFile, openStandardInput } from "./byte-source.ts";
import { fingerprintOf, goBackTo } from "./fingerprint.ts";
import type { Position, Step, Work } from "./work.ts";

const none = new Uint8Array(0);

/** Where a file begins. */
export const beginningOfFile = { offset: 0, line: 0, index: 0 };

/** Whether an input is read piece by piece. */
export function isStream(file: string): boolean {
  return file === "-" || formatOf(file) === "ndjson";
}

/** How a stream is taken apart. */
export interface StreamOptions {
  /** Inputs before it. */
  readonly files: number;
  /** Where a run that was interrupted in it is to go on. */
  readonly goesOn: Position | undefined;
  /** Whether a run may be interrupted in it and go on, so that it has to know it again. */
  readonly marks: boolean;
}

/**
 * Takes standard input or an NDJSON file apart into works: blocks of lines, or the whole when it is no NDJSON in UTF-8.
 * @throws {CommandError} when a run can't go on, since the stream is not what it was
 */
export async function* stepsOfStream(file: string, { files, goesOn, marks }: StreamOptions): AsyncGenerator<Step> {
  const end: Position = { files: files + 1, file, ...beginningOfFile, before: undefined };
  let place: Place = goesOn ?? beginningOfFile;
  let source: ByteSource | undefined;
  try {
    const back = goesOn?.before?.length ?? 0;
    source = file === "-" ? openStandardInput() : await openFile(file, Math.max(0, place.offset - back));
    const first =
      goesOn === undefined
        ? await beginning(source)
        : await goBackTo(goesOn, source, file === "-" ? place.offset - back : 0);
    const format = first === undefined ? "ndjson" : wholeFormat(file, first, goesOn !== undefined);
    if (format !== "lines") {
      yield { work: await readWhole(file, source, first, format), end, size: 0 };
      return;
    }
    for await (const { bytes, line, index, end: next } of readBlocks(source, first ?? none, place)) {
      const size = next.offset - place.offset;
      place = next;
      const before = marks ? fingerprintOf(bytes ?? none) : undefined;
      const work: Work =
        bytes === undefined
          ? failed(file, index, "document/limit", `line ${line + 1} has ${tooLarge}`)
          : { kind: "lines", file, bytes, firstLine: line, firstIndex: index };
      yield { work, end: { files, file, ...next, before }, size };
    }
    if (place.index === 0) yield { work: { kind: "text", file, bytes: none, format: "ndjson" }, end, size: 0 };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const problem = `${holderOf(file)} can't be read: ${reasonOf(error)}`;
    yield { work: failed(file, place.index, "document/file", problem), end, size: 0 };
  } finally {
    source?.close();
  }
}

/** With a longer first line standard input is read whole before anybody looks. */
const mostBytesOfFirstLine = 1_000_000;

/** Enough of a stream to tell its format: NDJSON shows itself by its first line. */
async function beginning(source: ByteSource): Promise<Uint8Array | undefined> {
  let bytes = await source.next(none);
  while (bytes !== undefined && bytes.length < mostBytesOfFirstLine && !bytes.includes(10)) {
    const more = await source.next(bytes);
    if (more === undefined) break;
    bytes = more;
  }
  return bytes;
}

/** How a stream is read: in blocks of lines, or whole as a text of some format, which the text itself may have to tell. */
function wholeFormat(file: string, first: Uint8Array, goesOn: boolean): "lines" | TextFormat | undefined {
  if (goesOn) return "lines";
  const named = file === "-" ? undefined : formatOf(file);
  if (isUtf16(first)) return named;
  return named === "ndjson" || startsNdjson(first) ? "lines" : named;
}

/** Whether a text begins with a line that is a whole object: then the next line is another, if there is one. */
function startsNdjson(bytes: Uint8Array): boolean {
  const end = bytes.indexOf(10) + 1;
  const start = decodeText(bytes.subarray(0, end));
  return end > 0 && "text" in start && guessFormat(`${start.text}{}`) === "ndjson";
}

/** UTF-16 can't be cut at the byte of a line end. It begins with a byte order mark, or a character with a NUL in it. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0;
}

async function readWhole(
  file: string,
  source: ByteSource,
  first: Uint8Array | undefined,
  format: TextFormat | undefined,
): Promise<Work> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let part = first; part !== undefined; part = await source.next(none)) {
    parts.push(part);
    length += part.length;
    if (length > mostBytes) return failed(file, 0, "document/limit", `${holderOf(file)} has ${tooLarge}`);
  }
  return { kind: "text", file, bytes: Buffer.concat(parts), format };
}

type Failure = "document/file" | "document/limit";

function failed(file: string, index: number, id: Failure, problem: string): Work {
  return { kind: "inputs", inputs: [{ file, index, id, problem }] };
}

function holderOf(file: string): string {
  return file === "-" ? "standard input" : "this file";
}
