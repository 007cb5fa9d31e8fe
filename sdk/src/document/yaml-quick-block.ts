import { MAX_DEPTH } from "./limits.ts";
import { beginsFlow, readFlow } from "./yaml-quick-flow.ts";
import { type Lines, notUsual } from "./yaml-quick-lines.ts";
import { keyText, scalarValue } from "./yaml-quick-scalar.ts";
import { scan } from "./yaml-quick-scan.ts";
import type { Tape } from "./yaml-quick-tape.ts";
import { beginsText, readText } from "./yaml-quick-text.ts";

const DASH = 0x2d;

/** What a value that stands in no brackets costs at most, see `Lines.spend`. */
const VALUE_COST = 10;

/** Reads lists and mappings that are told by their indentation. */
export class BlockReader {
  readonly #lines: Lines;
  readonly #tape: Tape;
  #depth = 0;
  /** Where the value read last ends. */
  #end = 0;

  constructor(lines: Lines, tape: Tape) {
    this.#lines = lines;
    this.#tape = tape;
  }

  /** Reads the list or mapping whose first line is the current one. A `keyEnd` of 0 says that it has no key. */
  read(keyStart: number, keyEnd: number): unknown {
    const lines = this.#lines;
    const { at, column } = lines;
    if (this.#isItem()) return this.#list(column, keyStart, keyEnd);
    if (!scan(lines)) throw notUsual;
    return this.#mapping(at, column, keyStart, keyEnd);
  }

  #isItem(): boolean {
    const lines = this.#lines;
    return lines.text.charCodeAt(lines.at) === DASH && lines.isAlone(lines.at);
  }

  /** Reads a mapping whose first key, at `start`, has been passed. */
  #mapping(start: number, column: number, keyStart: number, keyEnd: number): unknown {
    const lines = this.#lines;
    const value: Record<string, unknown> = {};
    const number = this.#open(start, keyStart, keyEnd);
    for (let from = start; ; from = lines.at) {
      if (from !== start && !scan(lines)) throw notUsual;
      const to = lines.tokenEnd;
      const key = keyText(lines.text, from, to);
      // A key given twice, or one that every object has of its own accord.
      if (value[key] !== undefined) throw notUsual;
      value[key] = this.#field(column, from, to);
      // A line between the columns of this and the mapping around it belongs to neither, and nobody reads on from there.
      if (lines.column !== column) break;
    }
    this.#close(number, false);
    return value;
  }

  #list(column: number, keyStart: number, keyEnd: number): unknown {
    const lines = this.#lines;
    const value: unknown[] = [];
    const number = this.#open(lines.at, keyStart, keyEnd);
    do value.push(this.#item(column));
    while (lines.column === column && this.#isItem());
    this.#close(number, true);
    return value;
  }

  #open(start: number, keyStart: number, keyEnd: number): number {
    if (++this.#depth > MAX_DEPTH) throw notUsual;
    this.#lines.spend(VALUE_COST);
    return this.#tape.open(start, keyStart, keyEnd);
  }

  #close(number: number, isList: boolean): void {
    this.#tape.close(number, this.#end, isList);
    this.#depth--;
  }

  #field(column: number, keyStart: number, keyEnd: number): unknown {
    const lines = this.#lines;
    const afterColon = lines.at;
    if (!lines.skipToEnd()) return this.#inLine(column, keyStart, keyEnd);
    lines.next();
    if (lines.column > column) return this.read(keyStart, keyEnd);
    if (lines.column === column && this.#isItem()) return this.#list(column, keyStart, keyEnd);
    return this.#nothing(afterColon, keyStart, keyEnd);
  }

  #item(column: number): unknown {
    const lines = this.#lines;
    const afterDash = ++lines.at;
    if (!lines.skipToEnd())
      return this.#isItem() ? this.#list(lines.at - lines.start, 0, 0) : this.#inLine(column, 0, 0);
    lines.next();
    return lines.column > column ? this.read(0, 0) : this.#nothing(afterDash, 0, 0);
  }

  /** Reads a value that begins on the line of its key or dash. */
  #inLine(column: number, keyStart: number, keyEnd: number): unknown {
    const lines = this.#lines;
    const start = lines.at;
    let value: unknown;
    if (beginsText(lines)) {
      value = readText(lines, column);
      this.#note(start, lines.tokenEnd, keyStart, keyEnd);
    } else if (beginsFlow(lines)) {
      value = readFlow(lines, this.#tape, this.#depth + 1, keyStart, keyEnd);
      this.#end = lines.at;
      if (!lines.skipToEnd()) throw notUsual;
    } else {
      if (scan(lines)) {
        if (keyEnd > 0) throw notUsual;
        return this.#mapping(start, start - lines.start, 0, 0);
      }
      value = scalarValue(lines.text, start, lines.tokenEnd);
      this.#note(start, lines.tokenEnd, keyStart, keyEnd);
      if (!lines.skipToEnd()) throw notUsual;
    }
    lines.next();
    return value;
  }

  /** A value that is not written stands just behind its colon or dash. */
  #nothing(at: number, keyStart: number, keyEnd: number): null {
    this.#note(at, at, keyStart, keyEnd);
    return null;
  }

  #note(start: number, end: number, keyStart: number, keyEnd: number): void {
    this.#lines.spend(VALUE_COST);
    this.#tape.scalar(start, end, keyStart, keyEnd);
    this.#end = end;
  }
}
