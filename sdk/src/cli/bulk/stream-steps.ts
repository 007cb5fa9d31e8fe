import { formatOf } from "../../document/format.ts";
import type { TextFormat } from "../../document/text.ts";
import { CommandError, isCommandError, UNREADABLE } from "../exit-code.ts";
import { mostBytes, tooLarge } from "../read-file.ts";
import { reasonOf } from "../reason-of.ts";
import { readBlocks } from "./blocks.ts";
import { type ByteSource, openFile, openStandardInput } from "./byte-source.ts";
import { type PlaceInList, readListBlocks } from "./list-blocks.ts";
import type { ListPlace } from "./scan-list.ts";
import { beginning, formatIn, startsWithMark } from "./stream-format.ts";
import type { Position, Step, Work } from "./work.ts";

const none = new Uint8Array(0);
const beginningOfList: ListPlace = { expected: "list", position: { line: 0, character: 0 } };

/** Where a file begins. */
export const beginningOfFile = { offset: 0, line: 0, index: 0, list: undefined, before: undefined };

/**
 * Whether an input is read piece by piece.
 * @param size its bytes, as `sizeOf` tells
 * @param mostWhole bytes of the longest JSON file that is read whole
 */
export function isStream(file: string, size: number | undefined, mostWhole: number): boolean {
  const format = formatOf(file);
  return file === "-" || format === "ndjson" || (format === "json" && (size ?? 0) > mostWhole);
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
 * Takes standard input or a long file apart into works: blocks of lines of NDJSON or of items of a JSON list; everything
 * else is one work.
 * @throws {CommandError} when a run can't go on, since the stream is not what it was
 */
export async function* stepsOfStream(file: string, { files, goesOn, marks }: StreamOptions): AsyncGenerator<Step> {
  const end: Position = { ...beginningOfFile, files: files + 1, file };
  let index = goesOn?.index ?? 0;
  let source: ByteSource | undefined;
  try {
    const { offset = 0, before } = goesOn ?? {};
    const known = offset - (before?.length ?? 0);
    source = file === "-" ? openStandardInput() : await openFile(file, known);
    const first =
      goesOn === undefined
        ? await beginning(source)
        : await (await fingerprints()).goBackTo(goesOn, source, file === "-" ? known : 0);
    const format = goesOn === undefined ? formatIn(file, first) : goesOn.list === undefined ? "lines" : "items";
    if (format !== "lines" && format !== "items") {
      yield { work: await readWhole(file, source, first, format), end, size: 0 };
      return;
    }
    const from = goesOn ?? { ...beginningOfFile, files, file };
    const steps = format === "lines" ? lineSteps(source, first, from) : itemSteps(source, first, from);
    let isEmpty = index === 0;
    for await (const { work, end: reached, size } of steps) {
      index = reached.index;
      isEmpty &&= index === 0 && work.kind !== "inputs";
      const bytes = "bytes" in work ? work.bytes : none;
      const before = marks ? (await fingerprints()).fingerprintOf(bytes) : undefined;
      yield { work, end: { ...reached, before }, size };
    }
    if (isEmpty) yield { work: emptyText(file, format), end, size: 0 };
  } catch (error) {
    if (isCommandError(error)) throw error;
    // It may come back, as a disk does that is not mounted; so the checkpoint has to stay.
    if (goesOn !== undefined && source === undefined)
      throw new CommandError(
        `${file} can't be read, in which the checkpoint ends: ${reasonOf(error)}. Bring it back, or delete the checkpoint to start over.`,
        UNREADABLE,
      );
    yield {
      work: failed(file, index, "document/file", `${holderOf(file)} can't be read: ${reasonOf(error)}`),
      end,
      size: 0,
    };
  } finally {
    source?.close();
  }
}

/** Loaded when it is used: most runs have no checkpoint, and hashes take Node milliseconds to load. */
function fingerprints(): Promise<typeof import("./fingerprint.ts")> {
  return import("./fingerprint.ts");
}

async function* lineSteps(source: ByteSource, first: Uint8Array, from: Position): AsyncGenerator<Step> {
  const { file } = from;
  let { offset } = from;
  for await (const { bytes, line, index, end } of readBlocks(source, first, from)) {
    const size = end.offset - offset;
    offset = end.offset;
    const work: Work =
      bytes === undefined
        ? failed(file, index, "document/limit", `line ${line + 1} has ${tooLarge}`)
        : { kind: "lines", file, bytes, firstLine: line, firstIndex: index };
    yield { work, end: { ...from, ...end }, size };
  }
}

async function* itemSteps(source: ByteSource, first: Uint8Array, from: Position): AsyncGenerator<Step> {
  const { file } = from;
  const mark = from.offset === 0 && startsWithMark(first) ? 3 : 0;
  let place: PlaceInList = { offset: from.offset + mark, index: from.index, list: from.list ?? beginningOfList };
  for await (const block of readListBlocks(source, first.subarray(mark), place)) {
    if ("problem" in block) {
      const { id, problem, index } = block;
      yield {
        work: failed(file, index, id, problem),
        end: { ...beginningOfFile, files: from.files + 1, file },
        size: 0,
      };
    } else {
      const { bytes, items, index, end } = block;
      const size = end.offset - place.offset;
      place = end;
      yield { work: { kind: "items", file, bytes, items, firstIndex: index }, end: { ...from, ...end }, size };
    }
  }
}

async function readWhole(
  file: string,
  source: ByteSource,
  first: Uint8Array,
  format: TextFormat | undefined,
): Promise<Work> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let part: Uint8Array | undefined = first; part !== undefined; part = await source.next(none)) {
    parts.push(part);
    length += part.length;
    if (length > mostBytes) return failed(file, 0, "document/limit", `${holderOf(file)} has ${tooLarge}`);
  }
  return { kind: "text", file, bytes: Buffer.concat(parts), format };
}

/** What a stream without a PCCO comes to. */
function emptyText(file: string, format: "lines" | "items"): Work {
  return format === "lines"
    ? { kind: "text", file, bytes: none, format: "ndjson" }
    : { kind: "text", file, bytes: new TextEncoder().encode("[]"), format: "json" };
}

type Failure = "document/file" | "document/limit" | "document/syntax";

function failed(file: string, index: number, id: Failure, problem: string): Work {
  return { kind: "inputs", inputs: [{ file, index, id, problem }] };
}

function holderOf(file: string): string {
  return file === "-" ? "standard input" : "this file";
}
