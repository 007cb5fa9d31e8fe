import { keyText } from "./json-check.ts";
import { spaceEnd, valueEnd } from "./json-walk.ts";

/** Where a field stands. */
export interface FoundField {
  /** Where its value begins. */
  readonly start: number;
  /** Its key, quotes included. */
  readonly key: { readonly start: number; readonly end: number };
}

const QUOTE = 0x22;
const COMMA = 0x2c;

/**
 * Finds the fields of one object in JSON that `JSON.parse` has accepted, in which no key is given twice. The text is
 * walked as far as the field that is asked for, and no part of it twice.
 */
export class JsonFields {
  readonly #text: string;
  readonly #start: number;
  readonly #fields = new Map<string, FoundField>();
  #last: FoundField | undefined;

  /** @param start where the object opens */
  constructor(text: string, start: number) {
    this.#text = text;
    this.#start = start;
  }

  /** `undefined` when there is no field of this name. */
  find(name: string): FoundField | undefined {
    let found = this.#fields.get(name);
    while (found === undefined) {
      const next = this.#next();
      if (next === undefined) return undefined;
      const { start, end } = next.key;
      const key = keyText(this.#text.slice(start, end));
      this.#fields.set(key, next);
      this.#last = next;
      if (key === name) found = next;
    }
    return found;
  }

  #next(): FoundField | undefined {
    const text = this.#text;
    const before = this.#last === undefined ? this.#start + 1 : valueEnd(text, this.#last.start);
    let at = spaceEnd(text, before);
    if (text.charCodeAt(at) === COMMA) at = spaceEnd(text, at + 1);
    if (text.charCodeAt(at) !== QUOTE) return undefined;
    const end = valueEnd(text, at);
    const colon = spaceEnd(text, end);
    return { start: spaceEnd(text, colon + 1), key: { start: at, end } };
  }
}
