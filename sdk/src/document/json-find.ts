import { placesInJson } from "./json-places.ts";
import { spaceEnd } from "./json-walk.ts";
import { partAt, WalkedValue } from "./json-walked.ts";
import { locate, type Place } from "./places.ts";
import { type Path, valueAt } from "./pointer.ts";
import type { Fault, Reading } from "./reading.ts";

/**
 * Finds where values stand in JSON text, one by one: most texts are asked for a few places or none. Only what stands
 * before such a value is walked through. Where a key may be given twice, all places are found in one go.
 */
export class JsonPlaces {
  readonly #text: string;
  readonly #from: number;
  readonly #value: unknown;
  readonly #isOnce: boolean;
  #whole: WalkedValue | undefined;
  #root: Place | undefined;

  /**
   * @param from offset at which the text begins, past a byte order mark
   * @param value what `JSON.parse` has made of it
   * @param isOnce whether surely no key is given twice
   */
  constructor(text: string, from: number, value: unknown, isOnce: boolean) {
    this.#text = text;
    this.#from = from;
    this.#value = value;
    this.#isOnce = isOnce;
  }

  /** Where the whole stands, and every value in it. */
  root(): Place {
    this.#root ??= placesInJson(this.#text, this.#from);
    return this.#root;
  }

  /** Where the value at a path stands, without its parts; `undefined` when nothing stands there. */
  find(path: Path): Place | undefined {
    if (!this.#isOnce || this.#root !== undefined) return locate(this.root(), path)?.place;
    if (valueAt(this.#value, path) === undefined) return undefined;
    this.#whole ??= new WalkedValue(this.#text, spaceEnd(this.#text, this.#from), undefined);
    return partAt(this.#whole, path);
  }
}

/**
 * A value that was read from JSON text, with its places.
 * @param from where it begins
 * @param faults when there are none, surely no key is given twice
 */
export function placedReading(text: string, value: unknown, from = 0, faults: readonly Fault[] = []): Reading {
  const places = new JsonPlaces(text, from, value, faults.length === 0);
  return { value, faults, root: () => places.root(), find: (path) => places.find(path) };
}
