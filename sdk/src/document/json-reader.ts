import { JsonCursor } from "./json-cursor.ts";
import type { KnownShapes, ShapeLibrary } from "./json-known.ts";
import { wordValue } from "./json-scalar.ts";
import type { Fields, Shape } from "./json-shape.ts";
import { spaceEnd } from "./json-walk.ts";
import { MAX_NODES } from "./limits.ts";
import { isList, isObject, type JsonObject } from "./value.ts";

const COMMA = 0x2c;
const LIST = 0x5b;
const LIST_END = 0x5d;
const MAP = 0x7b;

/** When so many more groups fit no shape than fit one, it is quicker to go another way. */
const MOST_MISSES = 64;

/** What is done with an item of a list: its value, where it begins and ends, and how many lines end before. */
export type TakeItem = (value: JsonObject, start: number, end: number, lineEnds: number) => void;

interface ReadList {
  readonly end: number;
  readonly lineEnds: number;
  readonly values: number;
  readonly items: readonly unknown[];
}

/**
 * Reads JSON whose groups are written like others before, as what a program writes mostly is; other groups are given to
 * `JSON.parse`, one by one. Whatever may be wrong with the text, such as a key given twice, ends it: nothing is read from
 * then on, and the text has to be read in another way.
 */
export class ShapeReader {
  readonly #cursor: JsonCursor;
  readonly #library: ShapeLibrary;
  #missesLeft = MOST_MISSES;
  /** The stretch in hand: which one of its shape, what it has captured, and where the next capture stands there. */
  #stretch = 0;
  #captured: readonly (string | undefined)[] = [];
  #next = 1;
  /** The lists of the document in hand, by where they begin: when what follows one does not fit, it is asked for again. */
  readonly #lists = new Map<number, ReadList>();

  constructor(text: string, library: ShapeLibrary) {
    this.#cursor = new JsonCursor(text);
    this.#library = library;
  }

  /**
   * Reads a text that is a group, if it fits a shape.
   * @param depth so many levels of brackets it may have
   */
  wholeGroup(depth: number): JsonObject | undefined {
    this.#cursor.skipSpace();
    const value = this.#fitting(this.#library.of(""), depth);
    return value !== undefined && this.#ends() ? value : undefined;
  }

  /**
   * Reads a text that is a list of groups, at least one.
   * @param depth so many levels of brackets it may have
   * @returns whether that went well; `take` may have been called all the same
   */
  wholeList(depth: number, take: TakeItem): boolean {
    const cursor = this.#cursor;
    cursor.skipSpace();
    if (!cursor.takes(LIST)) return false;
    const takeDocument: TakeItem = (value, start, end, lineEnds) => {
      this.#lists.clear();
      take(value, start, end, lineEnds);
    };
    return this.#groups(this.#library.of(""), depth - 1, takeDocument) && this.#ends();
  }

  /** Reads groups as far as the end of their list. */
  #groups(known: KnownShapes, depth: number, take: TakeItem): boolean {
    const cursor = this.#cursor;
    do {
      cursor.skipSpace();
      const start = cursor.at;
      const lineEnds = cursor.lineEnds;
      const value = this.#group(known, depth);
      if (value === undefined) return this.#end();
      cursor.values++;
      take(value, start, cursor.at, lineEnds);
      cursor.skipSpace();
    } while (cursor.takes(COMMA));
    return cursor.takes(LIST_END) || this.#end();
  }

  #group(known: KnownShapes, depth: number): JsonObject | undefined {
    const cursor = this.#cursor;
    const start = cursor.at;
    if (cursor.text.charCodeAt(start) !== MAP) return undefined;
    const fitting = this.#fitting(known, depth);
    if (fitting !== undefined) {
      this.#missesLeft++;
      return fitting;
    }
    if (--this.#missesLeft < 0) this.#end();
    const value = cursor.plain(depth);
    if (!isObject(value)) return undefined;
    known.missed(cursor.text.slice(start, cursor.at), value);
    return value;
  }

  #fitting(known: KnownShapes, depth: number): JsonObject | undefined {
    const { shapes } = known;
    for (let position = 0; position < shapes.length && !this.#cursor.isOver; position++) {
      const shape = shapes[position];
      const value = shape && this.#shaped(shape, depth);
      if (value === undefined) continue;
      known.fitted(position);
      return value;
    }
    return undefined;
  }

  #shaped(shape: Shape, depth: number): JsonObject | undefined {
    const cursor = this.#cursor;
    const { at, lineEnds, values } = cursor;
    const value = this.#takesStretch(shape, 0) ? this.#fields(shape.fields, shape, depth) : undefined;
    if (value === undefined) {
      cursor.at = at;
      cursor.lineEnds = lineEnds;
      cursor.values = values;
    } else {
      cursor.lineEnds += shape.lineEnds;
      cursor.values += shape.keys;
    }
    return value;
  }

  #fields({ keys, parts }: Fields, shape: Shape, depth: number): JsonObject | undefined {
    if (depth === 0) return undefined;
    const fields: Record<string, unknown> = {};
    for (let index = 0; index < keys.length; index++) {
      const value = this.#part(parts[index], shape, depth - 1);
      if (value === undefined) return undefined;
      fields[keys[index] ?? ""] = value;
    }
    return fields;
  }

  #part(part: Fields["parts"][number], shape: Shape, depth: number): unknown {
    if (part === undefined) {
      const next = this.#next;
      this.#next += 2;
      return this.#captured[next] ?? wordValue(this.#captured[next + 1] ?? "");
    }
    if (typeof part !== "string") return this.#fields(part, shape, depth);
    const stretch = this.#stretch;
    const items = this.#list(part, depth);
    return items !== undefined && this.#takesStretch(shape, stretch + 1) ? items : undefined;
  }

  #takesStretch({ stretches }: Shape, index: number): boolean {
    const cursor = this.#cursor;
    const stretch = stretches[index];
    if (stretch === undefined) return false;
    stretch.lastIndex = cursor.at;
    const captured = stretch.exec(cursor.text);
    if (captured === null) return false;
    cursor.at = stretch.lastIndex;
    this.#stretch = index;
    this.#captured = captured;
    this.#next = 1;
    return true;
  }

  /** The items of the list that begins here, if one does. */
  #list(name: string, depth: number): readonly unknown[] | undefined {
    const cursor = this.#cursor;
    const start = cursor.at;
    const read = this.#lists.get(start);
    if (read !== undefined) {
      cursor.at = read.end;
      cursor.lineEnds += read.lineEnds;
      cursor.values += read.values;
      return read.items;
    }
    if (depth === 0 || cursor.text.charCodeAt(start) !== LIST) return undefined;
    const { lineEnds, values } = cursor;
    const items = this.#listOfGroups(name, depth) ?? cursor.plain(depth);
    if (!isList(items)) return undefined;
    const counts = { lineEnds: cursor.lineEnds - lineEnds, values: cursor.values - values };
    this.#lists.set(start, { end: cursor.at, ...counts, items });
    return items;
  }

  /** The same, if the first item is a group. */
  #listOfGroups(name: string, depth: number): readonly unknown[] | undefined {
    const cursor = this.#cursor;
    if (cursor.text.charCodeAt(spaceEnd(cursor.text, cursor.at + 1)) !== MAP) return undefined;
    const items: unknown[] = [];
    cursor.at++;
    return this.#groups(this.#library.of(name), depth - 1, (item) => items.push(item)) ? items : undefined;
  }

  /** Whether all was read, and no more values than a text may have. */
  #ends(): boolean {
    const cursor = this.#cursor;
    cursor.skipSpace();
    return !cursor.isOver && cursor.at === cursor.text.length && cursor.values < MAX_NODES;
  }

  #end(): false {
    this.#cursor.isOver = true;
    return false;
  }
}
