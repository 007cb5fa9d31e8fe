import type { Position, Range } from "./text.ts";

const LF = 10;
const CR = 13;

/** Of so many lines the beginning of one is remembered. */
const STRIDE = 64;

/** So many lines. To take them in one go takes half as long as to look for each end. */
const LINES = /(?:[^\n]*\n){64}/y;
const LINES_OF_ANY_END = /(?:[^\r\n]*(?:\r\n|\r(?!\n)|\n)){64}/y;

/**
 * Turns offsets (UTF-16 units from the start of a text) into positions. `\n`, `\r\n` and a lone `\r` each end a line, as
 * in the Language Server Protocol. Lines are counted as far as somebody asks, and the last one asked for is kept in hand:
 * to write down where each begins takes longer than to find it.
 */
export class LineIndex {
  readonly #text: string;
  readonly #begin: Position;
  /** Lines of which is remembered where they begin, `STRIDE` lines apart at most as far as these go; and where. */
  readonly #marked = [0];
  readonly #marks = [0];
  #isMarked = false;
  #hasLoneCr: boolean | undefined;
  /** The line in hand: its number, where it begins, and where the next one does. */
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
    while ((this.#marked.at(-1) ?? 0) + STRIDE <= own && this.#mark());
    this.#take(lastUpTo(this.#marked, own));
    while (this.#line < own && this.#next < Infinity) this.#goOn();
    if (this.#line < own) return this.#text.length;
    let end = Math.min(this.#next, this.#text.length);
    while (end > this.#start && isLineEnd(this.#text.charCodeAt(end - 1))) end--;
    return Math.min(this.#start + Math.max(column, 0), end);
  }

  /**
   * Is told that so many lines end before an offset, so that they need not be counted. No line of the text may end with a
   * lone `\r`.
   */
  know(offset: number, lineEnds: number): void {
    if (lineEnds <= (this.#marked.at(-1) ?? 0)) return;
    this.#marked.push(lineEnds);
    this.#marks.push(this.#text.lastIndexOf("\n", offset - 1) + 1);
  }

  /** The number of the line an offset stands on, as people count: from 1. */
  lineNumber(offset: number): number {
    return this.position(offset).line + 1;
  }

  /** Takes the line in hand that holds an offset. */
  #seek(at: number): void {
    const marks = this.#marks;
    if (this.#next === 0) this.#take(0);
    while (at >= this.#next && at >= (marks.at(-1) ?? 0) && this.#mark());
    const last = lastUpTo(marks, at);
    if (at < this.#start || (marks[last] ?? 0) > this.#start) this.#take(last);
    while (at >= this.#next) this.#goOn();
  }

  /** Remembers where one more line begins, if there are so many. */
  #mark(): boolean {
    if (this.#isMarked) return false;
    const lines = this.#endsAnyhow() ? LINES_OF_ANY_END : LINES;
    lines.lastIndex = this.#marks.at(-1) ?? 0;
    this.#isMarked = !lines.test(this.#text);
    if (this.#isMarked) return false;
    this.#marked.push((this.#marked.at(-1) ?? 0) + STRIDE);
    this.#marks.push(lines.lastIndex);
    return true;
  }

  #take(mark: number): void {
    this.#line = this.#marked[mark] ?? 0;
    this.#start = this.#marks[mark] ?? 0;
    this.#next = this.#behind(this.#start);
  }

  #goOn(): void {
    this.#line++;
    this.#start = this.#next;
    this.#next = this.#behind(this.#start);
  }

  /** Where the line behind the one that begins here begins; `Infinity` when it is the last. */
  #behind(start: number): number {
    const text = this.#text;
    if (!this.#endsAnyhow()) return text.indexOf("\n", start) + 1 || Infinity;
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) return at + 1;
    }
    return Infinity;
  }

  /** Whether some lines end with a lone `\r`. */
  #endsAnyhow(): boolean {
    this.#hasLoneCr ??= this.#text.includes("\r") && /\r(?!\n)/.test(this.#text);
    return this.#hasLoneCr;
  }
}

/** The position of the last number that is no larger, in numbers that rise from one no larger. */
function lastUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle;
    else high = middle;
  }
  return low;
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
