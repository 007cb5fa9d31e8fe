import { decodeText } from "../../document/encoding.ts";
import { formatOf } from "../../document/format.ts";
import { parseLazily } from "../../document/parse-lazily.ts";
import { documentOfPart, type Part, parsePart } from "../../document/part.ts";
import type { TextDocument } from "../../document/text.ts";
import type { JsonObject } from "../../document/value.ts";
import type { FailedInput, InputDocument } from "../input.ts";
import { guessFormat, readTextFile } from "../read-file.ts";
import { bufferOf, linesIn } from "./lines.ts";
import type { FilesWork, ItemsWork, LinesWork, TextWork, Work } from "./work.ts";

const CARRIAGE_RETURN = 13;

const beginning = { line: 0, character: 0 };

/** A line or an item, and which of the bytes of its work it was read from. */
export interface PartOfWork extends Part {
  readonly from: number;
  readonly to: number;
}

/** The lines of a work that hold a PCCO, or its items. */
export function partsOf(work: LinesWork | ItemsWork): Generator<PartOfWork> {
  return work.kind === "lines" ? linesOf(work) : itemsOf(work);
}

function* linesOf({ bytes, firstLine, firstIndex }: LinesWork): Generator<PartOfWork> {
  const buffer = bufferOf(bytes);
  let line = firstLine - 1;
  let index = firstIndex;
  for (const { start, end, isBlank } of linesIn(buffer)) {
    line++;
    if (isBlank) continue;
    const to = buffer[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
    const text = buffer.toString("utf8", start, to);
    yield { text, start: { line, character: 0 }, index: index++, holder: "this line", from: start, to };
  }
}

function* itemsOf({ bytes, items, firstIndex }: ItemsWork): Generator<PartOfWork> {
  const buffer = bufferOf(bytes);
  let index = firstIndex;
  for (const { start, end, position } of items) {
    const text = buffer.toString("utf8", start, end);
    yield { text, start: position, index: index++, holder: "this item", from: start, to: end };
  }
}

/** The PCCO of a part. */
export function inputOf({ file, bytes }: LinesWork | ItemsWork, part: PartOfWork): InputDocument | FailedInput {
  const { index, holder, start } = part;
  const read = decodeText(bytes.subarray(part.from, part.to));
  if ("text" in read) {
    // A byte order mark behind the beginning of a file is a character, which editors count.
    const text = start.line > 0 && part.text.startsWith("\uFEFF") ? part.text : read.text;
    return inputWith(file, part, text, parsePart({ ...part, text }));
  }
  const name = holder === "this line" ? `line ${start.line + 1}` : `item ${index + 1}`;
  return { file, index, id: "document/syntax", problem: `${name} is ${read.problem}` };
}

/**
 * The PCCO of a part, as `inputOf` gives it.
 * @param value what `readQuickly` has read from its text
 */
export function quickInputOf(file: string, part: PartOfWork, value: JsonObject): InputDocument {
  return inputWith(file, part, part.text, documentOfPart(part, value));
}

function inputWith(file: string, { holder, start }: Part, text: string, document: TextDocument): InputDocument {
  return { file, document, text, start, format: holder === "this line" ? "ndjson" : "json", bytes: undefined };
}

/** The PCCOs of a work, one after the other. */
export async function* inputsOf(work: Work): AsyncGenerator<InputDocument | FailedInput> {
  switch (work.kind) {
    case "lines":
    case "items":
      for (const part of partsOf(work)) yield inputOf(work, part);
      return;
    case "text":
      yield* textInputs(work);
      return;
    case "files":
      for (const text of textsOf(work)) {
        if ("problem" in text) yield text;
        else yield* documentInputs(text);
      }
      return;
    case "inputs":
      for (const found of work.inputs) {
        if ("problem" in found) yield found;
        else yield* fileInputs(found.file);
      }
  }
}

async function* fileInputs(file: string): AsyncGenerator<InputDocument | FailedInput> {
  const read = readTextFile(file, true);
  if ("problem" in read) yield { file, index: 0, ...read };
  else yield* documentInputs({ file, start: beginning, ...read });
}

async function* textInputs({ file, bytes, format }: TextWork): AsyncGenerator<InputDocument | FailedInput> {
  const decoded = decodeText(bytes);
  if ("problem" in decoded) {
    const holder = file === "-" ? "standard input" : "this file";
    yield { file, index: 0, id: "document/syntax", problem: `${holder} is ${decoded.problem}` };
    return;
  }
  const { text } = decoded;
  yield* documentInputs({ file, text, format: format ?? guessFormat(text), start: beginning, bytes: undefined });
}

async function* documentInputs(text: TextInput): AsyncGenerator<InputDocument> {
  for (const document of (await parseLazily(text.text, text.format)).documents) yield { ...text, document };
}

/** The texts of files that were read, or why one is none. */
export function* textsOf({ files, bytes }: FilesWork): Generator<TextInput | FailedInput> {
  let from = 0;
  for (const { file, to } of files) {
    const decoded = decodeText(bytes.subarray(from, to));
    from = to;
    if ("problem" in decoded)
      yield { file, index: 0, id: "document/syntax", problem: `this file is ${decoded.problem}` };
    else {
      const { text } = decoded;
      yield { file, text, format: formatOf(file) ?? guessFormat(text), start: beginning, bytes: undefined };
    }
  }
}

/** An input whose PCCOs are still to be read. */
export type TextInput = Omit<InputDocument, "document">;
