import { LineIndex } from "./lines.ts";
import { parsePart } from "./part.ts";
import { brokenDocument, fatal } from "./reading.ts";
import type { TextDocument } from "./text.ts";
import { EXPECTED } from "./words.ts";

/** Where one line of NDJSON ends: `\n`, `\r\n` or a lone `\r`. */
const LINE_END = /\r\n|\n|\r/;

/** Reads a text of one JSON document a line, without blank ones, and keeps only what is made of each. Never throws. */
export function mapNdjson<Made>(text: string, of: (document: TextDocument) => Made): Made[] {
  const made: Made[] = [];
  const lines = text.split(text.includes("\r") ? LINE_END : "\n");
  for (const [number, line] of lines.entries()) {
    if (!isBlankLine(line)) made.push(of(parseLine(line, number, made.length)));
  }
  if (made.length > 0) return made;
  const source = { text, lines: new LineIndex(text) };
  return [of(brokenDocument(source, 0, [fatal("document/syntax", `this file is empty; ${EXPECTED}`, 0, 0)]))];
}

/** Whether a line of NDJSON holds no document. A byte order mark alone is no document either. */
export function isBlankLine(line: string): boolean {
  return /^\uFEFF?[ \t\r\n]*$/.test(line);
}

/**
 * Reads one line of NDJSON, so that a caller can go through a file too long to hold. Never throws;
 * a broken line is a fatal problem of its document alone.
 * @param line without its line end
 * @param lineNumber zero-based; ranges of the document are positions in the whole text
 * @param index position among the documents of the whole text, from 0; blank lines do not count
 */
export function parseLine(line: string, lineNumber: number, index: number): TextDocument {
  return parsePart({ text: line, start: { line: lineNumber, character: 0 }, index, holder: "this line" });
}
