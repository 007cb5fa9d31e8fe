import { type JsonEvents, walkJson } from "./json-walk.ts";
import { MAX_DEPTH, MAX_NODES, MAX_PROBLEMS, tooDeep, tooMany } from "./limits.ts";
import { type Fault, fatal, type Source } from "./reading.ts";
import { ticks } from "./words.ts";

interface Level {
  /** Offset of each key's first occurrence; absent for lists. */
  readonly keys: Map<string, number> | undefined;
  step: string | number;
}

/** Finds what `JSON.parse` lets pass: keys given twice, too deep nesting, too many values. Linear in the text. */
export function checkJson(source: Source, from: number): Fault[] {
  const check = new Check(source);
  walkJson(source.text, from, check);
  return check.result();
}

class Check implements JsonEvents {
  readonly #source: Source;
  readonly #levels: Level[] = [];
  readonly #faults: Fault[] = [];
  #depth = 0;
  #deepest = 0;
  #tooDeepAt = -1;
  #nodes = 0;
  #tooManyAt = -1;
  #item: string | number = -1;
  #faultsOfItem = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  open(offset: number, list: boolean): void {
    this.#value(offset);
    this.#depth++;
    this.#deepest = Math.max(this.#deepest, this.#depth);
    if (this.#depth > MAX_DEPTH && this.#tooDeepAt < 0) this.#tooDeepAt = offset;
    if (this.#depth <= MAX_DEPTH) this.#levels.push({ keys: list ? undefined : new Map(), step: list ? -1 : "" });
  }

  close(): void {
    if (this.#depth <= MAX_DEPTH) this.#levels.pop();
    this.#depth--;
  }

  key(start: number, end: number): void {
    const level = this.#top();
    if (level?.keys === undefined) return;
    const key = keyText(this.#source.text.slice(start, end));
    level.step = key;
    const first = level.keys.get(key);
    if (first === undefined) level.keys.set(key, start);
    else this.#duplicate(key, first, start, end);
  }

  scalar(start: number): void {
    this.#value(start);
  }

  result(): Fault[] {
    if (this.#tooDeepAt >= 0) {
      return [fatal("document/limit", tooDeep(this.#deepest), this.#tooDeepAt, this.#tooDeepAt + 1)];
    }
    if (this.#tooManyAt >= 0) return [fatal("document/limit", tooMany, this.#tooManyAt, this.#tooManyAt + 1)];
    return this.#faults;
  }

  #top(): Level | undefined {
    return this.#depth <= MAX_DEPTH ? this.#levels.at(-1) : undefined;
  }

  #value(offset: number): void {
    if (++this.#nodes > MAX_NODES && this.#tooManyAt < 0) this.#tooManyAt = offset;
    const level = this.#top();
    if (typeof level?.step === "number") level.step++;
  }

  #duplicate(key: string, first: number, start: number, end: number): void {
    const path = this.#levels.map((level) => level.step);
    // The cap counts per document: each item of a top-level list is one.
    const item = typeof path[0] === "number" ? path[0] : -1;
    if (item !== this.#item) this.#faultsOfItem = 0;
    this.#item = item;
    if (++this.#faultsOfItem > MAX_PROBLEMS) return;
    const message = duplicateKey(key, this.#source.lines.lineNumber(first));
    this.#faults.push({ id: "document/duplicate-key", message, start, end, path, fatal: false });
  }
}

/** The sentence for a key given again; `line` is where it stands first, counted from 1. */
export function duplicateKey(key: string, line: number): string {
  return `the key ${ticks(key)} is given twice: first on line ${line} and again here, where the value replaces the first one; remove one of the two`;
}

/** The text a key literal stands for. */
export function keyText(literal: string): string {
  return literal.includes("\\") ? String(JSON.parse(literal)) : literal.slice(1, -1);
}
