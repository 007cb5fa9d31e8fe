import type { Change } from "./edit-value.ts";
import type { Path } from "./pointer.ts";

/** One replaced stretch of a text. Offsets count UTF-16 units of the text before the edit; `end` is exclusive. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** The stretch of a text that holds a document, and the document's place in the value of that stretch. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly base: Path;
}

/** What a text format has to know to be edited. */
export interface FormatEditor {
  /** @throws {RangeError} when the text has no document of that position */
  locate(text: string, index: number): Part;
  /** The value of a whole part. @throws {SyntaxError} when the text cannot be read */
  read(text: string): unknown;
  /** The replaced stretch that carries out a change on the text of a part. */
  change(text: string, change: Change): TextEdit;
}

export function replaced(start: number, end: number, newText: string): TextEdit {
  return { start, end, newText };
}

export function splice(text: string, edit: TextEdit): string {
  return text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
}

/** The line end a text uses, judged by its first line. */
export function eolOf(text: string): "\n" | "\r\n" {
  const newline = text.indexOf("\n");
  return newline > 0 && text[newline - 1] === "\r" ? "\r\n" : "\n";
}

/** Offset of the first character of the line that `offset` stands on. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** Offset just after the last character of the line, before its line end. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  if (newline < 0) return text.length;
  return newline > offset && text[newline - 1] === "\r" ? newline - 1 : newline;
}

/** Offset of the next line's first character, or the text's length. */
export function nextLine(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  return newline < 0 ? text.length : newline + 1;
}

export function sameLine(text: string, from: number, to: number): boolean {
  const newline = text.indexOf("\n", from);
  return newline < 0 || newline >= to;
}

/** The error for a document position the text does not have. */
export function noDocument(index: number, count: number): RangeError {
  return new RangeError(`there is no document ${index}: the text holds ${count}`);
}
