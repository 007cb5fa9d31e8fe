import type { Position, Range } from "./text.ts";

const LF = 10;
const CR = 13;

/** Turns offsets (UTF-16 units from the start of a text) into positions. `\n`, `\r\n` and a lone `\r` each end a line, as in the Language Server Protocol. */
export class LineIndex {
  readonly #text: string;
  readonly #begin: Position;
  #starts: readonly number[] | undefined;

  /** @param begin where `text` begins, for a text that is a part of a longer one */
  constructor(text: string, begin: Position = { line: 0, character: 0 }) {
    this.#text = text;
    this.#begin = begin;
  }

  /** The position of an offset. Offsets outside the text give its nearest end. */
  position(offset: number): Position {
    const at = Math.min(Math.max(offset, 0), this.#text.length);
    this.#starts ??= lineStarts(this.#text);
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    const { line, character } = this.#begin;
    return { line: line + low, character: at - (this.#starts[low] ?? 0) + (low === 0 ? character : 0) };
  }

  /** The range between two offsets, `end` exclusive. An `end` before `start` gives an empty range. */
  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(Math.max(start, end)) };
  }

  /** The offset of a position. A position past the end of its line or of the text gives the nearest end. */
  offset({ line, character }: Position): number {
    this.#starts ??= lineStarts(this.#text);
    const own = line - this.#begin.line;
    if (own < 0) return 0;
    const column = character - (own === 0 ? this.#begin.character : 0);
    const start = this.#starts[own];
    if (start === undefined) return this.#text.length;
    let end = this.#starts[own + 1] ?? this.#text.length;
    while (end > start && isLineEnd(this.#text.charCodeAt(end - 1))) end--;
    return Math.min(start + Math.max(column, 0), end);
  }

  /** The number of the line an offset stands on, as people count: from 1. */
  lineNumber(offset: number): number {
    return this.position(offset).line + 1;
  }
}

function isLineEnd(code: number): boolean {
  return code === LF || code === CR;
}

/** Offsets at which the lines of a text begin; the first is always 0. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes("\r")) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) starts.push(at + 1);
  }
  return starts;
}
