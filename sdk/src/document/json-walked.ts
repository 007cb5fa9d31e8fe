import { keyText } from "./json-check.ts";
import { spaceEnd, valueEnd } from "./json-walk.ts";
import type { Place } from "./places.ts";
import type { Path } from "./pointer.ts";

const COMMA = 0x2c;
const LIST = 0x5b;
const LIST_END = 0x5d;
const MAP = 0x7b;
const MAP_END = 0x7d;

/**
 * A value in JSON that `JSON.parse` has accepted, in which no key is given twice. Its parts are found by a walk through
 * the text as far as the one that is asked for, and no further; no part is walked through twice.
 */
export class WalkedValue implements Place {
  readonly start: number;
  readonly key: Place["key"];
  readonly #text: string;
  #end = -1;
  #parts: Map<string | number, WalkedValue> | undefined;
  #last: WalkedValue | undefined;

  /** @param start where it begins */
  constructor(text: string, start: number, key: Place["key"]) {
    this.#text = text;
    this.start = start;
    this.key = key;
  }

  get end(): number {
    if (this.#end < 0) this.#end = valueEnd(this.#text, this.start);
    return this.#end;
  }

  /** The field of this name, or the item at this position; `undefined` when there is none. */
  part(step: string | number): WalkedValue | undefined {
    const sign = this.#text.charCodeAt(this.start);
    if (sign !== (typeof step === "number" ? LIST : MAP)) return undefined;
    this.#parts ??= new Map();
    const parts = this.#parts;
    let found = parts.get(step);
    while (found === undefined) {
      const next = sign === LIST ? this.#nextItem() : this.#nextField();
      if (next === undefined) return undefined;
      const { key } = next;
      const own = key === undefined ? parts.size : keyText(this.#text.slice(key.start, key.end));
      parts.set(own, next);
      this.#last = next;
      if (own === step) found = next;
    }
    return found;
  }

  #nextItem(): WalkedValue | undefined {
    const start = this.#nextStart();
    return this.#text.charCodeAt(start) === LIST_END ? undefined : new WalkedValue(this.#text, start, undefined);
  }

  #nextField(): WalkedValue | undefined {
    const text = this.#text;
    const start = this.#nextStart();
    if (text.charCodeAt(start) === MAP_END) return undefined;
    const end = valueEnd(text, start);
    const colon = spaceEnd(text, end);
    return new WalkedValue(text, spaceEnd(text, colon + 1), { start, end });
  }

  #nextStart(): number {
    const at = spaceEnd(this.#text, this.#last === undefined ? this.start + 1 : this.#last.end);
    return this.#text.charCodeAt(at) === COMMA ? spaceEnd(this.#text, at + 1) : at;
  }
}

/** The part at a path; `undefined` when there is none. */
export function partAt(value: WalkedValue, path: Path): WalkedValue | undefined {
  let part: WalkedValue | undefined = value;
  for (const step of path) part = part?.part(step);
  return part;
}
