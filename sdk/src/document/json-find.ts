import { placesInJson } from "./json-places.ts";
import { spaceEnd } from "./json-walk.ts";
import { partAt, WalkedValue } from "./json-walked.ts";
import { locate, type Place } from "./places.ts";
import { type Path, valueAt } from "./pointer.ts";
import type { Fault, Reading } from "./reading.ts";

/**
 * Finds where values stand in JSON text, one by one: most texts are asked for a few places or none. Only what stands
 * before such a value is walked through; of a list whose items are known to begin somewhere, only the items asked of.
 * Where a key may be given twice, all places are found in one go.
 */
class JsonPlaces {
  readonly #text: string;
  readonly #from: number;
  readonly #value: unknown;
  readonly #starts: readonly number[] | undefined;
  #whole: WalkedValue | undefined;
  /** The item that was asked of last: documents are asked of one after the other. */
  #item: WalkedValue | undefined;
  #root: Place | undefined;

  /**
   * @param from offset at which the text begins, past a byte order mark
   * @param value what `JSON.parse` has made of it
   * @param starts where the items of the list begin that it is, -1 or nothing where that is not known; `undefined` when a
   * key may be given twice
   */
  constructor(text: string, from: number, value: unknown, starts: readonly number[] | undefined) {
    this.#text = text;
    this.#from = from;
    this.#value = value;
    this.#starts = starts;
  }

  /** Where the whole stands, and every value in it. */
  root(): Place {
    this.#root ??= placesInJson(this.#text, this.#from);
    return this.#root;
  }

  /** Where the value at a path stands, without its parts; `undefined` when nothing stands there. */
  find(path: Path): Place | undefined {
    if (this.#starts === undefined || this.#root !== undefined) return locate(this.root(), path)?.place;
    if (valueAt(this.#value, path) === undefined) return undefined;
    const [first] = path;
    const start = typeof first === "number" ? this.#starts[first] : undefined;
    const isKnown = start !== undefined && start >= 0;
    return isKnown ? partAt(this.#itemAt(start), path.slice(1)) : partAt(this.#wholeText(), path);
  }

  #itemAt(start: number): WalkedValue {
    if (this.#item?.start !== start) this.#item = new WalkedValue(this.#text, start, undefined);
    return this.#item;
  }

  #wholeText(): WalkedValue {
    this.#whole ??= new WalkedValue(this.#text, spaceEnd(this.#text, this.#from), undefined);
    return this.#whole;
  }
}

/**
 * A value that was read from JSON text, with its places.
 * @param from where it begins
 * @param faults when there are none, surely no key is given twice
 * @param starts where the items of the list begin that it is, as far as that is known
 */
export function placedReading(
  text: string,
  value: unknown,
  from = 0,
  faults: readonly Fault[] = [],
  starts: readonly number[] = [],
): Required<Reading> {
  const places = new JsonPlaces(text, from, value, faults.length === 0 ? starts : undefined);
  return { value, faults, root: () => places.root(), find: (path) => places.find(path) };
}
