import { decodeText } from "../../document/encoding.ts";
import { parseLazily } from "../../document/parse-lazily.ts";
import { documentOfPart, type Part, parsePart } from "../../document/part.ts";
import type { JsonObject } from "../../document/value.ts";
import type { FailedInput, InputDocument } from "../input.ts";
import { guessFormat, readTextFile } from "../read-file.ts";
import { bufferOf, linesIn } from "./lines.ts";
import type { ItemsWork, LinesWork, TextWork, Work } from "./work.ts";

const CARRIAGE_RETURN = 13;

/** A line or an item, and the bytes it was read from. */
export interface PartOfWork extends Part {
  readonly bytes: Uint8Array;
}

/** The lines of a work that hold a PCCO, or its items. */
export function* partsOf(work: LinesWork | ItemsWork): Generator<PartOfWork> {
  yield* work.kind === "lines" ? linesOf(work) : itemsOf(work);
}

function* linesOf({ bytes, firstLine, firstIndex }: LinesWork): Generator<PartOfWork> {
  const buffer = bufferOf(bytes);
  let line = firstLine - 1;
  let index = firstIndex;
  for (const { start, end, isBlank } of linesIn(buffer)) {
    line++;
    if (isBlank) continue;
    const last = buffer[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
    yield {
      text: buffer.toString("utf8", start, last),
      bytes: buffer.subarray(start, last),
      start: { line, character: 0 },
      index: index++,
      holder: "this line",
    };
  }
}

function* itemsOf({ bytes, items, firstIndex }: ItemsWork): Generator<PartOfWork> {
  const buffer = bufferOf(bytes);
  let index = firstIndex;
  for (const { start, end, position } of items) {
    yield {
      text: buffer.toString("utf8", start, end),
      bytes: buffer.subarray(start, end),
      start: position,
      index: index++,
      holder: "this item",
    };
  }
}

/**
 * The PCCO of a part.
 * @param value what `readQuickly` has read from it, if it could
 */
export function inputOf(file: string, part: PartOfWork, value: JsonObject | undefined): InputDocument | FailedInput {
  const { index, holder, start } = part;
  const rest = { file, start, format: holder === "this line" ? "ndjson" : "json", bytes: undefined } as const;
  if (value !== undefined) return { ...rest, text: part.text, document: documentOfPart(part, value) };
  const read = decodeText(part.bytes);
  if ("text" in read) return { ...rest, text: read.text, document: parsePart({ ...part, text: read.text }) };
  const name = holder === "this line" ? `line ${start.line + 1}` : `item ${index + 1}`;
  return { file, index, id: "document/syntax", problem: `${name} is ${read.problem}` };
}

/** The PCCOs of a work, one after the other. */
export async function* inputsOf(work: Work): AsyncGenerator<InputDocument | FailedInput> {
  switch (work.kind) {
    case "lines":
    case "items":
      for (const part of partsOf(work)) yield inputOf(work.file, part, undefined);
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
    yield { ...text, document, start: { line: 0, character: 0 } };
}
