import { createReadStream } from "node:fs";
import { decodeText } from "../document/encoding.ts";
import { formatOf } from "../document/format.ts";
import { isBlankLine, parseLine } from "../document/ndjson.ts";
import { parseLazily } from "../document/parse-lazily.ts";
import type { TextDocument, TextFormat } from "../document/text.ts";
import { guessFormat, readTextFile } from "./read-file.ts";
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
  readonly id: "document/file" | "document/limit" | "document/syntax";
  readonly problem: string;
}

/** The PCCOs of a file, or of standard input when it is `-`. NDJSON is read line by line, however long it is. */
export async function* readDocuments(file: string): AsyncGenerator<InputDocument | FailedInput> {
  if (file === "-") yield* readStandardInput();
  else if (formatOf(file) === "ndjson") yield* readNdjson(file, createReadStream(file));
  else {
    const read = readTextFile(file);
    if ("problem" in read) yield { file, ...read };
    else yield* documentsOf(file, read.text, read.format, read.bytes);
  }
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

async function* readNdjson(
  file: string,
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<InputDocument | FailedInput> {
  let index = 0;
  try {
    for await (const { line, number } of readLines(stream)) {
      const read = decodeText(line);
      if ("problem" in read) {
        yield { file, id: "document/syntax", problem: `line ${number + 1} is ${read.problem}` };
        index++;
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
  } catch (error) {
    yield { file, id: "document/file", problem: `this file can't be read: ${reasonOf(error)}` };
  }
}

/** Standard input has no name that tells its format: its first line does. */
async function* readStandardInput(): AsyncGenerator<InputDocument | FailedInput> {
  const chunks = process.stdin[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let seen = Buffer.alloc(0);
  for (;;) {
    const { value, done } = await chunks.next();
    if (done) break;
    first.push(value);
    seen = Buffer.concat(first);
    if (seen.includes(10, seen.length - value.length) || seen.length > 1_000_000) break;
  }
  const start = decodeText(seen.subarray(0, seen.lastIndexOf(10) + 1));
  const rest = { [Symbol.asyncIterator]: () => chunks };
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    yield seen;
    yield* rest;
  };
  if ("text" in start && guessFormat(`${start.text}{}`) === "ndjson") {
    yield* readNdjson("-", whole());
    return;
  }
  const all: Uint8Array[] = [];
  for await (const chunk of whole()) all.push(chunk);
  const decoded = decodeText(Buffer.concat(all));
  if ("problem" in decoded) yield { file: "-", id: "document/syntax", problem: `the input is ${decoded.problem}` };
  else yield* documentsOf("-", decoded.text, guessFormat(decoded.text));
}
