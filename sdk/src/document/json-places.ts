import { keyText } from "./json-check.ts";
import { type JsonEvents, walkJson } from "./json-walk.ts";
import type { Place } from "./places.ts";

interface Key {
  readonly start: number;
  readonly end: number;
}

interface OpenPlace {
  readonly start: number;
  end: number;
  readonly key: Key | undefined;
  readonly items: Place[] | undefined;
  readonly fields: Map<string, Place> | undefined;
}

/** Finds where each value stands in JSON that `JSON.parse` has accepted. Of a key given twice the last counts. */
export function placesInJson(text: string, from: number): Place {
  const finder = new PlaceFinder(text);
  walkJson(text, from, finder);
  return finder.root ?? { start: from, end: text.length };
}

class PlaceFinder implements JsonEvents {
  readonly #text: string;
  readonly #open: OpenPlace[] = [];
  #key: Key | undefined;
  root: Place | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  open(offset: number, list: boolean): void {
    const place = {
      start: offset,
      end: offset,
      key: this.#key,
      items: list ? [] : undefined,
      fields: list ? undefined : new Map<string, Place>(),
    };
    this.#add(place);
    this.#open.push(place);
  }

  close(end: number): void {
    const place = this.#open.pop();
    if (place) place.end = end;
  }

  key(start: number, end: number): void {
    this.#key = { start, end };
  }

  scalar(start: number, end: number): void {
    this.#add({ start, end, key: this.#key });
  }

  #add(place: Place): void {
    const parent = this.#open.at(-1);
    const key = this.#key;
    this.#key = undefined;
    if (parent === undefined) this.root = place;
    parent?.items?.push(place);
    if (key) parent?.fields?.set(keyText(this.#text.slice(key.start, key.end)), place);
  }
}
