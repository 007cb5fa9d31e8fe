import type { Position, Range } from "@erp-export-rules/sdk/text";

/** A change of a text as an editor tells it: a stretch that is replaced, or without a range the whole text. */
export interface ContentChange {
  readonly range?: Range;
  readonly text: string;
}

/** Which lines a change has touched. All other lines stand as they stood. */
export interface TouchedLines {
  /** The first touched line, before and after the change. */
  readonly from: number;
  /** How many lines stood there before. */
  readonly removed: number;
  /** How many stand there now. */
  readonly inserted: number;
}

/**
 * A text kept as lines, so that a change costs no more than the lines it touches. `\n`, `\r\n` and a lone `\r` each end
 * a line, as in the Language Server Protocol; there is always at least one line.
 */
export class Lines {
  /** Each with its line end. */
  #lines: string[];
  #length: number;

  constructor(text: string) {
    this.#lines = splitLines(text);
    this.#length = text.length;
  }

  get count(): number {
    return this.#lines.length;
  }

  /** In UTF-16 units. */
  get length(): number {
    return this.#length;
  }

  /** A line without its end; empty past the last. */
  at(line: number): string {
    return withoutEnd(this.whole(line));
  }

  /** A line with its end; empty past the last. */
  whole(line: number): string {
    return this.#lines[line] ?? "";
  }

  /** The text of some lines, line ends included. Default: all. */
  text(from = 0, to = this.#lines.length): string {
    return (from === 0 && to >= this.#lines.length ? this.#lines : this.#lines.slice(from, to)).join("");
  }

  /** The nearest position that there is. A position past the end of its line stands before its line end. */
  nearest({ line, character }: Position): Position {
    if (line < 0) return { line: 0, character: 0 };
    const last = this.#lines.length - 1;
    if (line > last) return { line: last, character: this.whole(last).length };
    return { line, character: Math.min(Math.max(character, 0), this.at(line).length) };
  }

  /** Carries out a change. Never throws: positions that are not there mean the nearest that is. */
  change({ range, text }: ContentChange): TouchedLines {
    if (range === undefined) return this.#changeAll(text);
    const [start, end] = inOrder(this.nearest(range.start), this.nearest(range.end));
    let from = start.line;
    let stretch = `${this.whole(from).slice(0, start.character)}${text}${this.whole(end.line).slice(end.character)}`;
    // A line feed that comes to stand behind a lone carriage return makes one line end with it.
    if (stretch.startsWith("\n") && this.whole(from - 1).endsWith("\r")) stretch = `${this.whole(--from)}${stretch}`;
    const pieces = splitLines(stretch);
    // What follows the line end of a stretch is the next line, which stands already.
    if (end.line < this.#lines.length - 1) pieces.pop();
    const removed = end.line + 1 - from;
    for (let line = from; line <= end.line; line++) this.#length -= this.whole(line).length;
    this.#length += stretch.length;
    this.#replace(from, removed, pieces);
    return { from, removed, inserted: pieces.length };
  }

  /** Editors that send the whole text have changed but a little of it, too. */
  #changeAll(text: string): TouchedLines {
    const old = this.#lines;
    const lines = splitLines(text);
    const most = Math.min(old.length, lines.length);
    let above = 0;
    while (above < most && old[above] === lines[above]) above++;
    let below = 0;
    while (below < most - above && old.at(-1 - below) === lines.at(-1 - below)) below++;
    this.#lines = lines;
    this.#length = text.length;
    return { from: above, removed: old.length - above - below, inserted: lines.length - above - below };
  }

  #replace(from: number, removed: number, pieces: readonly string[]): void {
    // A pasted text may have more lines than a function can take arguments.
    if (pieces.length < 1000) this.#lines.splice(from, removed, ...pieces);
    else this.#lines = this.#lines.slice(0, from).concat(pieces, this.#lines.slice(from + removed));
  }
}

/** The lines of a text, each with its end; the last has none. */
export function splitLines(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  let feed = text.indexOf("\n");
  let carriage = text.indexOf("\r");
  while (feed >= 0 || carriage >= 0) {
    const isCarriage = carriage >= 0 && (feed < 0 || carriage < feed);
    const end = isCarriage && feed !== carriage + 1 ? carriage + 1 : feed + 1;
    lines.push(text.slice(start, end));
    start = end;
    if (feed >= 0 && feed < start) feed = text.indexOf("\n", start);
    if (carriage >= 0 && carriage < start) carriage = text.indexOf("\r", start);
  }
  lines.push(text.slice(start));
  return lines;
}

function withoutEnd(line: string): string {
  if (line.endsWith("\r\n")) return line.slice(0, -2);
  return line.endsWith("\n") || line.endsWith("\r") ? line.slice(0, -1) : line;
}

function inOrder(a: Position, b: Position): readonly [Position, Position] {
  return a.line < b.line || (a.line === b.line && a.character <= b.character) ? [a, b] : [b, a];
}
