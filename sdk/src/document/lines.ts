import type { Position, Range } from "./text.ts";

const LF = 10;
const CR = 13;

/** Of so many lines the beginning of one is remembered. */
const STRIDE = 64;

/**
 * Turns offsets (UTF-16 units from the start of a text) into positions. `\n`, `\r\n` and a lone `\r` each end a line, as
 * in the Language Server Protocol. Lines are counted as far as somebody asks, and onwards from the last one asked for:
 * to remember where each begins takes longer than to find it.
 */
export class LineIndex {
  readonly #text: string;
  readonly #begin: Position;
  /** Where line 0 begins, line `STRIDE`, and so on. */
  readonly #marks = [0];
  #hasLoneCr: boolean | undefined;
  #line = 0;
  #start = 0;
  #next = 0;

  /** @param begin where `text` begins, for a text that is a part of a longer one */
  constructor(text: string, begin: Position = { line: 0, character: 0 }) {
    this.#text = text;
    this.#begin = begin;
  }

  /** The position of an offset. Offsets outside the text give its nearest end. */
  position(offset: number): Position {
    const at = Math.min(Math.max(offset, 0), this.#text.length);
    if (at < this.#start || at >= this.#next) this.#seek(at);
    const { line, character } = this.#begin;
    return { line: line + this.#line, character: at - this.#start + (this.#line === 0 ? character : 0) };
  }

  /** The range between two offsets, `end` exclusive. An `end` before `start` gives an empty range. */
  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(Math.max(start, end)) };
  }

  /** The offset of a position. A position past the end of its line or of the text gives the nearest end. */
  offset({ line, character }: Position): number {
    const own = line - this.#begin.line;
    if (!(own >= 0)) return 0;
    const column = character - (own === 0 ? this.#begin.character : 0);
    this.#goOn(Math.min(Math.floor(own / STRIDE), this.#marks.length - 1), Infinity, own);
    if (this.#line < own) return this.#text.length;
    let end = Math.min(this.#next, this.#text.length);
    while (end > this.#start && isLineEnd(this.#text.charCodeAt(end - 1))) end--;
    return Math.min(this.#start + Math.max(column, 0), end);
  }

  /** The number of the line an offset stands on, as people count: from 1. */
  lineNumber(offset: number): number {
    return this.position(offset).line + 1;
  }

  /** Takes in hand the line that holds an offset. */
  #seek(at: number): void {
    const marks = this.#marks;
    let low = 0;
    let high = marks.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((marks[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    if (at < this.#start || (marks[low] ?? 0) > this.#start) this.#goOn(low, at, Infinity);
    else this.#goOn(-1, at, Infinity);
  }

  /**
   * Goes from line to line as far as the one that holds an offset, or has a number, if that comes first.
   * @param mark from which mark; -1 from the line in hand
   */
  #goOn(mark: number, at: number, number: number): void {
    const text = this.#text;
    const marks = this.#marks;
    this.#hasLoneCr ??= text.includes("\r") && /\r(?!\n)/.test(text);
    let line = mark < 0 ? this.#line : mark * STRIDE;
    let start = mark < 0 ? this.#start : (marks[mark] ?? 0);
    let next = this.#hasLoneCr ? behindAnyEnd(text, start) : text.indexOf("\n", start) + 1;
    while (next > 0 && next <= at && line < number) {
      start = next;
      line++;
      if (line === marks.length * STRIDE) marks.push(start);
      next = this.#hasLoneCr ? behindAnyEnd(text, start) : text.indexOf("\n", start) + 1;
    }
    this.#line = line;
    this.#start = start;
    this.#next = next === 0 ? Infinity : next;
  }
}

/** Where the line behind the one that begins here begins, which any line end may do; 0 when it is the last. */
function behindAnyEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) return at + 1;
  }
  return 0;
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
