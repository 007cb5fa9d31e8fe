import { decodeText } from "../../document/encoding.ts";
import { documentOfLine, parseLine } from "../../document/ndjson.ts";
import { parseLazily } from "../../document/parse-lazily.ts";
import type { TextDocument } from "../../document/text.ts";
import type { JsonObject } from "../../document/value.ts";
import type { FailedInput, InputDocument } from "../input.ts";
import { guessFormat, readTextFile } from "../read-file.ts";
import { bufferOf, linesIn } from "./lines.ts";
import type { LinesWork, TextWork, Work } from "./work.ts";

const CARRIAGE_RETURN = 13;

/** One line that holds a PCCO. */
export interface Line {
  /** Without its line end. */
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Its number and the position of its PCCO, both from 0. */
  readonly number: number;
  readonly index: number;
}

/** The lines of a work that hold a PCCO. */
export function* linesOf({ bytes, firstLine, firstIndex }: LinesWork): Generator<Line> {
  const buffer = bufferOf(bytes);
  let number = firstLine - 1;
  let index = firstIndex;
  for (const { start, end, isBlank } of linesIn(buffer)) {
    number++;
    if (isBlank) continue;
    const last = buffer[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
    yield {
      text: buffer.toString("utf8", start, last),
      bytes: buffer.subarray(start, last),
      number,
      index: index++,
    };
  }
}

/**
 * The PCCO of a line.
 * @param value what `readQuickly` has read from it, if it could
 */
export function inputOf(file: string, line: Line, value: JsonObject | undefined): InputDocument | FailedInput {
  const { number, index } = line;
  if (value !== undefined) return lineInput(file, line, line.text, documentOfLine(line.text, value, number, index));
  const read = decodeText(line.bytes);
  if ("problem" in read)
    return { file, index, id: "document/syntax", problem: `line ${number + 1} is ${read.problem}` };
  return lineInput(file, line, read.text, parseLine(read.text, number, index));
}

function lineInput(file: string, { number }: Line, text: string, document: TextDocument): InputDocument {
  return { file, document, text, firstLine: number, format: "ndjson", bytes: undefined };
}

/** The PCCOs of a work, one after the other. */
export async function* inputsOf(work: Work): AsyncGenerator<InputDocument | FailedInput> {
  switch (work.kind) {
    case "lines":
      for (const line of linesOf(work)) yield inputOf(work.file, line, undefined);
      return;
    case "text":
      yield* textInputs(work);
      return;
    case "inputs":
      for (const found of work.inputs) {
        if ("problem" in found) yield found;
        else yield* fileInputs(found.file);
      }
  }
}

async function* fileInputs(file: string): AsyncGenerator<InputDocument | FailedInput> {
  const read = readTextFile(file);
  if ("problem" in read) yield { file, index: 0, ...read };
  else yield* documentInputs({ file, ...read });
}

async function* textInputs({ file, bytes, format }: TextWork): AsyncGenerator<InputDocument | FailedInput> {
  const decoded = decodeText(bytes);
  if ("problem" in decoded) {
    const holder = file === "-" ? "standard input" : "this file";
    yield { file, index: 0, id: "document/syntax", problem: `${holder} is ${decoded.problem}` };
    return;
  }
  const { text } = decoded;
  yield* documentInputs({ file, text, format: format ?? guessFormat(text), bytes: undefined });
}

async function* documentInputs(
  text: Pick<InputDocument, "file" | "text" | "format" | "bytes">,
): AsyncGenerator<InputDocument> {
  for (const document of (await parseLazily(text.text, text.format)).documents)
    yield { ...text, document, firstLine: 0 };
}
