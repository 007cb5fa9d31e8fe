import { type FoundField, JsonFields } from "./json-fields.ts";
import { placesInJson } from "./json-places.ts";
import { spaceEnd, valueEnd } from "./json-walk.ts";
import type { Place } from "./places.ts";
import { type Path, valueAt } from "./pointer.ts";
import { isKeyed, isList, isObject, type JsonObject } from "./value.ts";

/**
 * Finds where values stand in JSON text, one by one: most texts are asked for a few places or none. Where that is not
 * sure to be right, all places are found in one go.
 *
 * A key is found by how often its name stands before it, which the value tells: the text is searched for the name in
 * quotes, several times as quick as a walk from sign to sign. An object that is asked often for what stands far from its
 * beginning is walked after all, once.
 */
export class JsonPlaces {
  readonly #text: string;
  readonly #from: number;
  readonly #value: unknown;
  #isPlain: boolean | undefined;
  readonly #starts = new Map<unknown, number[]>();
  /** How often something far was found in an object. */
  readonly #far = new Map<JsonObject, number>();
  readonly #walked = new Map<JsonObject, JsonFields>();
  #root: Place | undefined;

  /**
   * @param from offset at which the text begins, past a byte order mark
   * @param value what `JSON.parse` has made of it
   * @param isOnce whether no key is given twice
   */
  constructor(text: string, from: number, value: unknown, isOnce: boolean) {
    this.#text = text;
    this.#from = from;
    this.#value = value;
    this.#isPlain = isOnce ? undefined : false;
  }

  /** Where the whole stands, and every value in it. */
  root(): Place {
    this.#root ??= placesInJson(this.#text, this.#from);
    return this.#root;
  }

  /** Where the value at a path stands, without its parts; `undefined` when only `root` can tell. */
  find(path: Path): Place | undefined {
    // An escape may be a letter of a key.
    this.#isPlain ??= !this.#text.includes("\\u");
    if (!this.#isPlain || this.#root !== undefined || path.length === 0) return undefined;
    let place: Found | undefined = { start: this.#from, key: undefined };
    let value = this.#value;
    for (const step of path) {
      if (typeof step === "number") place = isList(value) ? this.#item(value, step, place.start) : undefined;
      else place = isObject(value) ? this.#field(value, step, place.start) : undefined;
      if (place === undefined) return undefined;
      value = valueAt(value, [step]);
    }
    const text = this.#text;
    const { start, key } = place;
    return {
      start,
      key,
      // A group is seldom asked for its end, which is far.
      get end() {
        return valueEnd(text, start);
      },
    };
  }

  #field(fields: JsonObject, name: string, start: number): Found | undefined {
    if (!Object.hasOwn(fields, name)) return undefined;
    const walked = this.#walked.get(fields);
    if (walked !== undefined) return walked.find(name);
    const found = this.#search(fields, name, start);
    if (found === undefined || found.start - start < far) return found;
    const times = (this.#far.get(fields) ?? 0) + 1;
    this.#far.set(fields, times);
    if (times === few) this.#walked.set(fields, new JsonFields(this.#text, start));
    return found;
  }

  #search(fields: JsonObject, name: string, start: number): FoundField | undefined {
    let before = 0;
    for (const key in fields) {
      if (isNumber(key)) return undefined;
      if (key === name) return this.#key(name, start, before);
      before += timesIn(fields[key], name);
    }
    return undefined;
  }

  #item(items: readonly unknown[], index: number, start: number): Found | undefined {
    let starts = this.#starts.get(items);
    if (starts === undefined) {
      starts = [];
      this.#starts.set(items, starts);
    }
    for (let at = starts.length; at <= index; at++) {
      const name = firstKey(items[at]);
      if (name === undefined || isNumber(name)) return undefined;
      const before = at === 0 ? 0 : timesIn(items[at - 1], name);
      const found = this.#key(name, starts[at - 1] ?? start, before);
      if (found === undefined) return undefined;
      starts.push(this.#text.lastIndexOf("{", found.key.start));
    }
    const found = starts[index];
    return found === undefined ? undefined : { start: found, key: undefined };
  }

  /** The key of this name that has so many of the same name before it. */
  #key(name: string, start: number, before: number): FoundField | undefined {
    const text = this.#text;
    const written = JSON.stringify(name);
    // Not the only way to write it, or there may be the end of a text, a sign and another text.
    if (written.length !== name.length + 2 || name.includes("/") || /^[\s:,\]}]/.test(name)) return undefined;
    let left = before;
    for (let at = text.indexOf(written, start); at >= 0; at = text.indexOf(written, at + 1)) {
      // After a backslash it is the end of a text.
      if (text.charCodeAt(at - 1) === BACKSLASH) continue;
      const end = at + written.length;
      const colon = spaceEnd(text, end);
      if (text.charCodeAt(colon) !== COLON) continue;
      if (left-- === 0) return { start: spaceEnd(text, colon + 1), key: { start: at, end } };
    }
    return undefined;
  }
}

interface Found {
  readonly start: number;
  readonly key: Place["key"];
}

const COLON = 0x3a;
const BACKSLASH = 0x5c;

/** What begins so many UTF-16 units behind the beginning of its object is far, and what is found less often is few. */
const [far, few] = [1000, 8];

/** How often a value holds a key of this name. */
function timesIn(value: unknown, name: string): number {
  if (!isKeyed(value)) return 0;
  let times = 0;
  if (isList(value)) {
    for (let index = 0; index < value.length; index++) times += timesIn(value[index], name);
    return times;
  }
  for (const key in value) {
    if (key === name) times++;
    const part = value[key];
    if (isKeyed(part)) times += timesIn(part, name);
  }
  return times;
}

/** Whether a key may be a number, which objects name before all others. */
function isNumber(key: string): boolean {
  const code = key.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}

function firstKey(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  for (const key in value) return key;
  return undefined;
}
