import { MAX_YAML_PIECES } from "./limits.ts";

const CR = 0x0d;
const SPACE = 0x20;
const HASH = 0x23;
const DASH = 0x2d;
const DOT = 0x2e;

/** What a line costs at most: indentation, comment, line end. */
const LINE_COST = 3;

/** What a line `---` costs beyond that. */
const DOCUMENT_COST = 10;

/**
 * Thrown where a text is not the usual YAML that is read quickly; it may be faulty, or only rare. One for all, since
 * nobody looks at where it comes from, and finding that out takes longer than reading many a text.
 */
export const notUsual = new Error("not the usual YAML");

/** Goes through a YAML text line by line, past blank lines and comments. */
export class Lines {
  readonly text: string;
  /** The next character to read. */
  at = 0;
  /** Where the current line ends, before its line end. */
  end = 0;
  /** Where the current line begins. */
  start: number;
  /** The column of the first character of the current line; -1 where a document ends. */
  column = -1;
  /** Whether the document ended with `---` rather than with the text. */
  isMarker = false;
  /** Where the scalar scanned last ends. */
  tokenEnd = 0;
  #next: number;
  #pieces = 0;

  constructor(text: string, from: number) {
    this.text = text;
    this.start = from;
    this.#next = from;
  }

  /** Goes to the first character of the next line that holds something. */
  next(): void {
    while (this.nextRaw()) {
      if (this.at === this.end || this.text.charCodeAt(this.at) === HASH) continue;
      if (this.column === 0) this.#lookForMarker();
      return;
    }
    this.column = -1;
  }

  /** Goes to the first character other than a space of the next line, also of a blank one. @returns whether there is a next line */
  nextRaw(): boolean {
    const { text } = this;
    const start = this.#next;
    this.isMarker = false;
    if (start === text.length) return false;
    this.spend(LINE_COST);
    const lineEnd = text.indexOf("\n", start);
    let end = lineEnd < 0 ? text.length : lineEnd;
    this.#next = lineEnd < 0 ? end : end + 1;
    if (end > start && text.charCodeAt(end - 1) === CR) end--;
    let at = start;
    while (text.charCodeAt(at) === SPACE) at++;
    this.start = start;
    this.at = at;
    this.end = end;
    this.column = at - start;
    return true;
  }

  /** Makes the current line the next one. */
  back(): void {
    this.#next = this.start;
  }

  /**
   * Counts what is read against `MAX_YAML_PIECES`. A value costs at least as many pieces as the library makes of it, and
   * 8 or more for each sign that the library's reader counts as a value: so `MAX_NODES` is not reached before this limit.
   */
  spend(pieces: number): void {
    this.#pieces += pieces;
    if (this.#pieces > MAX_YAML_PIECES) throw notUsual;
  }

  /** Goes past a sign. @returns whether it stands there */
  pass(sign: number): boolean {
    if (this.at >= this.end || this.text.charCodeAt(this.at) !== sign) return false;
    this.at++;
    return true;
  }

  skipSpaces(): void {
    while (this.text.charCodeAt(this.at) === SPACE) this.at++;
  }

  /** Goes past spaces. @returns whether the line ends there, but for a comment */
  skipToEnd(): boolean {
    const from = this.at;
    while (this.at < this.end && this.text.charCodeAt(this.at) === SPACE) this.at++;
    if (this.at === this.end) return true;
    return this.text.charCodeAt(this.at) === HASH && this.at > from;
  }

  /** Whether a space or the end of the line follows the character at an offset. */
  isAlone(at: number): boolean {
    return at + 1 >= this.end || this.text.charCodeAt(at + 1) === SPACE;
  }

  #lookForMarker(): void {
    const { text, at } = this;
    const code = text.charCodeAt(at);
    if (code !== DASH && code !== DOT) return;
    if (text.charCodeAt(at + 1) !== code || text.charCodeAt(at + 2) !== code || !this.isAlone(at + 2)) return;
    if (code === DOT) throw notUsual;
    this.at += 3;
    this.spend(DOCUMENT_COST);
    if (!this.skipToEnd()) throw notUsual;
    this.column = -1;
    this.isMarker = true;
  }
}
