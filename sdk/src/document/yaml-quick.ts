import { binaryAt } from "./binary.ts";
import { MAX_TEXT_LENGTH } from "./limits.ts";
import { LineIndex } from "./lines.ts";
import { locate, type Place } from "./places.ts";
import type { Path } from "./pointer.ts";
import { documentsOf } from "./reading.ts";
import type { TextDocument } from "./text.ts";
import { BlockReader } from "./yaml-quick-block.ts";
import { Lines, notUsual } from "./yaml-quick-lines.ts";
import { Tape } from "./yaml-quick-tape.ts";

const CONTROL = /[^\t\n\r -\uffff]/;
const LONE_CR = /\r(?!\n)/;

/**
 * Reads a text of the YAML that people and programs usually write: fields and lists told by their indentation, values
 * on one line, brackets on one line, texts behind `|` and `>`. Many times quicker than the YAML library, and gives the same documents.
 * @returns `undefined` when anything else stands in the text, be it a rarer form or a fault
 */
export function parseQuickYaml(text: string): TextDocument[] | undefined {
  const from = text.startsWith("\uFEFF") ? 1 : 0;
  if (text.length > MAX_TEXT_LENGTH || !isUsual(text, from)) return undefined;
  try {
    return readStream(text, from);
  } catch (error) {
    if (error !== notUsual) throw error;
    return undefined;
  }
}

function readStream(text: string, from: number): TextDocument[] | undefined {
  const source = { text, lines: new LineIndex(text) };
  const lines = new Lines(text, from);
  const tape = new Tape(text);
  const reader = new BlockReader(lines, tape);
  const documents: TextDocument[] = [];
  do {
    lines.next();
    if (lines.column !== 0) continue;
    const number = tape.length;
    const value = reader.read(0, 0);
    let place: Place | undefined;
    const root = (): Place => {
      place ??= tape.place(number);
      return place;
    };
    // Where many places are asked for, it takes less time to make them all.
    const find = (path: Path): Place | undefined =>
      tape.passed > tape.length ? locate(root(), path)?.place : tape.find(number, path);
    for (const document of documentsOf(source, { value, faults: [], root, find }, documents.length, "this file"))
      documents.push(document);
  } while (lines.isMarker);
  return lines.column === -1 && documents.length > 0 ? documents : undefined;
}

/** Whether nothing in a text needs the library, whatever it stands in. */
function isUsual(text: string, from: number): boolean {
  if (CONTROL.test(text) || (text.includes("\r") && LONE_CR.test(text))) return false;
  // Without the others, only many of the signs that stand for bytes that are no text make it a binary file.
  if (text.includes("\ufffd") && binaryAt(text) !== undefined) return false;
  // The library refuses a list right behind a byte order mark.
  return from === 0 || !/^-\s/.test(text.slice(from, from + 2));
}
