import { createReadStream } from "node:fs";
import { decodeText } from "../document/encoding.ts";
import { formatOf } from "../document/format.ts";
import { isBlankLine, parseLine } from "../document/ndjson.ts";
import { parseLazily } from "../document/parse-lazily.ts";
import type { TextDocument, TextFormat } from "../document/text.ts";
import type { ExitCode } from "./exit-code.ts";
import { guessFormat, mostBytes, readTextFile, tooLarge } from "./read-file.ts";
import { readLines } from "./read-lines.ts";
import { reasonOf } from "./reason-of.ts";

/** One PCCO of an input. */
export interface InputDocument {
  readonly file: string;
  readonly document: TextDocument;
  /** The text it stands in, or for NDJSON its line. */
  readonly text: string;
  /** Number of the first line of `text` in the file, from 0. */
  readonly firstLine: number;
  readonly format: TextFormat;
  /** The bytes of the file, when it was read whole. */
  readonly bytes: Uint8Array | undefined;
}

/** An input that can't be read as text. */
export interface FailedInput {
  readonly file: string;
  /** Position of the PCCO among those of the file, from 0. */
  readonly index: number;
  readonly id: "document/file" | "document/limit" | "document/syntax";
  readonly problem: string;
  /** The exit code it asks for, when not that of an input that can't be read. */
  readonly exitCode?: ExitCode;
}

/** The PCCOs of a file, or of standard input when it is `-`. NDJSON is read line by line, however long it is. */
export async function* readDocuments(file: string): AsyncGenerator<InputDocument | FailedInput> {
  const isStream = file === "-" || formatOf(file) === "ndjson";
  if (!isStream) {
    const read = readTextFile(file);
    if ("problem" in read) yield { file, index: 0, ...read };
    else yield* documentsOf(file, read.text, read.format, read.bytes);
    return;
  }
  try {
    if (file === "-") yield* readStandardInput();
    else yield* readNdjsonFile(file);
  } catch (error) {
    yield { file, index: 0, id: "document/file", problem: `${holderOf(file)} can't be read: ${reasonOf(error)}` };
  }
}

function holderOf(file: string): string {
  return file === "-" ? "standard input" : "this file";
}

async function* documentsOf(
  file: string,
  text: string,
  format: TextFormat,
  bytes?: Uint8Array,
): AsyncGenerator<InputDocument> {
  for (const document of (await parseLazily(text, format)).documents)
    yield { file, document, text, firstLine: 0, format, bytes };
}

async function* readNdjsonFile(file: string): AsyncGenerator<InputDocument | FailedInput> {
  const chunks = createReadStream(file)[Symbol.asyncIterator]();
  const { value: seen = Buffer.alloc(0) } = await chunks.next();
  if (isUtf16(seen)) yield* readWhole(file, resumed(seen, chunks), "ndjson");
  else yield* readNdjson(file, resumed(seen, chunks));
}

/** Standard input has no name that tells its format: its first line does. */
async function* readStandardInput(): AsyncGenerator<InputDocument | FailedInput> {
  const chunks = process.stdin[Symbol.asyncIterator]();
  const parts: Buffer[] = [];
  let length = 0;
  let hasLine = false;
  while (!hasLine && length < mostBytesOfFirstLine) {
    const { value, done } = await chunks.next();
    if (done) break;
    parts.push(value);
    length += value.length;
    hasLine = value.includes(10);
  }
  const seen = Buffer.concat(parts);
  if (hasLine && !isUtf16(seen) && startsNdjson(seen)) yield* readNdjson("-", resumed(seen, chunks));
  else yield* readWhole("-", resumed(seen, chunks));
}

/** NDJSON shows itself by its first line; a longer one is read with all the rest before anybody looks. */
const mostBytesOfFirstLine = 1_000_000;

/** Whether a text begins with a line that is a whole object: then the next line is another, if there is one. */
function startsNdjson(bytes: Buffer): boolean {
  const start = decodeText(bytes.subarray(0, bytes.lastIndexOf(10) + 1));
  return "text" in start && guessFormat(`${start.text}{}`) === "ndjson";
}

/** UTF-16 can't be cut at the byte of a line end. It begins with a byte order mark, or a character with a NUL in it. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0;
}

/** A stream of which the beginning was taken already. */
async function* resumed(seen: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield seen;
  yield* { [Symbol.asyncIterator]: () => rest };
}

async function* readWhole(
  file: string,
  stream: AsyncIterable<Uint8Array>,
  format?: TextFormat,
): AsyncGenerator<InputDocument | FailedInput> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream) {
    parts.push(part);
    length += part.length;
    if (length <= mostBytes) continue;
    yield { file, index: 0, id: "document/limit", problem: `${holderOf(file)} has ${tooLarge}` };
    return;
  }
  const decoded = decodeText(Buffer.concat(parts));
  if ("text" in decoded) yield* documentsOf(file, decoded.text, format ?? guessFormat(decoded.text));
  else yield { file, index: 0, id: "document/syntax", problem: `${holderOf(file)} is ${decoded.problem}` };
}

async function* readNdjson(
  file: string,
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<InputDocument | FailedInput> {
  let index = 0;
  for await (const { line, number, isCut } of readLines(stream)) {
    if (isCut) {
      const problem = `line ${number + 1} has ${tooLarge}`;
      yield { file, index: index++, id: "document/limit", problem };
      continue;
    }
    const read = decodeText(line);
    if ("problem" in read) {
      yield { file, index: index++, id: "document/syntax", problem: `line ${number + 1} is ${read.problem}` };
      continue;
    }
    if (isBlankLine(read.text)) continue;
    yield {
      file,
      document: parseLine(read.text, number, index++),
      text: read.text,
      firstLine: number,
      format: "ndjson",
      bytes: undefined,
    };
  }
  if (index === 0) yield* documentsOf(file, "", "ndjson");
}
