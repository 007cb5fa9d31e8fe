import type { Place } from "./places.ts";
import type { Path } from "./pointer.ts";
import { keyText } from "./yaml-quick-scalar.ts";

/** Numbers a value takes on the tape: its start, its end, where its next neighbour is noted, and its key's start and end. */
const WIDTH = 5;

const FIRST_LENGTH = 200 * WIDTH;

/**
 * Where the values of a text stand, noted while they are read and made into places only when one is asked for:
 * most values of most texts never are.
 */
export class Tape {
  readonly #text: string;
  #notes = new Int32Array(FIRST_LENGTH);
  /** The number that the next value will get. */
  length = 0;
  /** How many values `find` has gone past so far. */
  passed = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Notes a scalar. A `keyEnd` of 0 says that it has no key. */
  scalar(start: number, end: number, keyStart: number, keyEnd: number): void {
    const number = this.open(start, keyStart, keyEnd);
    this.#notes[number + 1] = end;
  }

  /** Notes the beginning of a list or mapping. @returns its number, for `close` */
  open(start: number, keyStart: number, keyEnd: number): number {
    const number = this.length;
    this.length += WIDTH;
    if (this.length > this.#notes.length) this.#grow();
    const notes = this.#notes;
    notes[number] = start;
    notes[number + 3] = keyStart;
    notes[number + 4] = keyEnd;
    return number;
  }

  /** Notes the end of a list or mapping, once all that stands in it is noted. */
  close(number: number, end: number, isList: boolean): void {
    this.#notes[number + 1] = end;
    this.#notes[number + 2] = isList ? this.length : -this.length;
  }

  #grow(): void {
    const notes = new Int32Array(2 * this.#notes.length);
    notes.set(this.#notes);
    this.#notes = notes;
  }

  /**
   * The place of the value at a path below that of a number, found by going past all that stands before it; `undefined`
   * when nothing stands there.
   */
  find(number: number, path: Path): Place | undefined {
    let found: number | undefined = number;
    for (const step of path) {
      found = typeof step === "number" ? this.#item(found, step) : this.#field(found, step);
      if (found === undefined) return undefined;
    }
    return this.place(found);
  }

  #item(list: number, index: number): number | undefined {
    const end = this.#notes[list + 2] ?? 0;
    let number = list + WIDTH;
    for (let at = 0; at < index && number < end; at++) number = this.#behind(number);
    return index >= 0 && number < end ? number : undefined;
  }

  #field(mapping: number, key: string): number | undefined {
    const end = -(this.#notes[mapping + 2] ?? 0);
    for (let number = mapping + WIDTH; number < end; number = this.#behind(number)) {
      if (keyText(this.#text, this.#notes[number + 3] ?? 0, this.#notes[number + 4] ?? 0) === key) return number;
    }
    return undefined;
  }

  /** The number of the next neighbour, if there is one. */
  #behind(number: number): number {
    this.passed++;
    return Math.abs(this.#notes[number + 2] ?? 0) || number + WIDTH;
  }

  /** The place of the value of that number. */
  place(number: number): Place {
    return new NotedPlace(this.#text, this.#notes, number);
  }
}

class NotedPlace implements Place {
  readonly start: number;
  readonly end: number;
  readonly key: Place["key"];
  readonly #text: string;
  readonly #notes: Int32Array;
  readonly #number: number;
  #items: readonly Place[] | undefined;
  #fields: ReadonlyMap<string, Place> | undefined;

  constructor(text: string, notes: Int32Array, number: number) {
    this.start = notes[number] ?? 0;
    this.end = notes[number + 1] ?? 0;
    const keyEnd = notes[number + 4] ?? 0;
    this.key = keyEnd === 0 ? undefined : { start: notes[number + 3] ?? 0, end: keyEnd };
    this.#text = text;
    this.#notes = notes;
    this.#number = number;
  }

  get items(): readonly Place[] | undefined {
    if (this.#next <= 0) return undefined;
    this.#items ??= this.#parts();
    return this.#items;
  }

  get fields(): ReadonlyMap<string, Place> | undefined {
    if (this.#next >= 0) return undefined;
    this.#fields ??= new Map(
      this.#parts().map((part) => [part.key ? keyText(this.#text, part.key.start, part.key.end) : "", part]),
    );
    return this.#fields;
  }

  /** The number of the next neighbour: negative for a mapping, 0 for a scalar. */
  get #next(): number {
    return this.#notes[this.#number + 2] ?? 0;
  }

  #parts(): NotedPlace[] {
    const parts: NotedPlace[] = [];
    const end = Math.abs(this.#next);
    let number = this.#number + WIDTH;
    while (number < end) {
      const part = new NotedPlace(this.#text, this.#notes, number);
      parts.push(part);
      number = Math.abs(part.#next) || number + WIDTH;
    }
    return parts;
  }
}
