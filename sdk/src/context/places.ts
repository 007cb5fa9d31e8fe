import { isList } from "../document/value.ts";
import { sameId } from "./ids.ts";
import { createTable, emptyTable, hashNumber, mostEntries, type Table } from "./table.ts";

// Finds items of a list by their ids, for one check after another. The lines of a PCCO mostly come in the order of the
// contract's, so the next item is tried first; a few are searched one by one; many go through a table, or through a map
// where ids are texts or the list is too long for a table.

/** A list that is searched by id. */
export interface Places {
  items: readonly unknown[];
  readonly idOf: (facts: undefined, item: unknown) => unknown;
  /** Asks one item after the other; -1 when none has the id. */
  readonly search: (items: readonly unknown[], id: unknown) => number;
  /** The item to try first; -1 once it was another. */
  next: number;
  /** The id that stands there, above those of all items before it. */
  highest: number;
  /** What was searched last, and where it stands. */
  id: unknown;
  place: number;
  table: "empty" | "filled" | "unfit";
  readonly positions: Table;
  /** Where the first item of each id stands, of those that were walked; keyed by what same ids have in common. */
  readonly known: Map<unknown, number>;
  walked: number;
  /** Whether an id was searched one by one in a long list. */
  isSearched: boolean;
}

const noItems: readonly unknown[] = [];
const few = 16;
/** Stands for an id that is never asked for. */
const none = Symbol("no id");

/**
 * @param idOf reads the id of an item
 * @param search the place of the first item with an id, for callers that know a quicker way to ask all items
 */
export function createPlaces(
  idOf: Places["idOf"],
  search: Places["search"] = (items, id) => searchBy(idOf, items, id),
): Places {
  return {
    items: noItems,
    idOf,
    search,
    isSearched: false,
    next: 0,
    highest: Number.NEGATIVE_INFINITY,
    id: none,
    place: -1,
    table: "empty",
    positions: createTable(),
    known: new Map(),
    walked: 0,
  };
}

/** Begins a check. `false` when the list is none: then nothing is found. */
export function beginPlaces(places: Places, items: unknown): boolean {
  const isGiven = isList(items);
  places.items = isGiven ? items : noItems;
  places.next = 0;
  places.highest = Number.NEGATIVE_INFINITY;
  places.id = none;
  places.table = "empty";
  places.isSearched = false;
  forget(places);
  return isGiven;
}

/** Lets go of the list. */
export function endPlaces(places: Places): void {
  if (places.items === noItems) return;
  places.items = noItems;
  places.id = none;
  forget(places);
}

function forget(places: Places): void {
  if (places.walked === 0) return;
  places.known.clear();
  places.walked = 0;
}

/** The same as `placeOf`, for callers that begin no check before: one is begun for a list that is not walked each time. */
export function findPlace(places: Places, items: readonly unknown[], id: unknown): number {
  if (items.length <= few) return places.search(items, id);
  if (places.items !== items) beginPlaces(places, items);
  return placeOf(places, id);
}

/** Where the first item with an id stands, however it is written; -1 when none has it. */
export function placeOf(places: Places, id: unknown): number {
  if (id === places.id) return places.place;
  const place = find(places, id);
  places.id = id;
  places.place = place;
  return place;
}

function find(places: Places, id: unknown): number {
  const { items, next, idOf } = places;
  if (
    next >= 0 &&
    next < items.length &&
    typeof id === "number" &&
    id > places.highest &&
    idOf(undefined, items[next]) === id
  ) {
    // All items before have lower ids, so none of them is this one.
    places.highest = id;
    places.next = next + 1;
    return next;
  }
  places.next = -1;
  if (items.length <= few) return places.search(items, id);
  if (typeof id === "number") {
    // All lines may have the same item, which is not worth a table.
    if (!places.isSearched) {
      places.isSearched = true;
      return places.search(items, id);
    }
    if (places.table === "empty") places.table = fill(places) ? "filled" : "unfit";
    if (places.table === "filled") return lookUp(places, id);
  }
  return walkOn(places, id);
}

function searchBy(idOf: Places["idOf"], items: readonly unknown[], id: unknown): number {
  for (let index = 0; index < items.length; index++) {
    const found = idOf(undefined, items[index]);
    if (found === id || sameId(found, id)) return index;
  }
  return -1;
}

/** Asks each item once for its id, whatever is searched: the walk goes on where the last one found its item. */
function walkOn(places: Places, id: unknown): number {
  const { items, idOf, known } = places;
  // The number NaN is the same as its text, and as no number.
  const place = known.get(Number.isNaN(id) ? id : keyOf(id));
  if (place !== undefined) return place;
  while (places.walked < items.length) {
    const index = places.walked++;
    const found = idOf(undefined, items[index]);
    note(known, keyOf(found), index);
    if (found === "NaN") note(known, Number.NaN, index);
    if (found === id || sameId(found, id)) return index;
  }
  return -1;
}

function note(known: Map<unknown, number>, key: unknown, place: number): void {
  if (!known.has(key)) known.set(key, place);
}

/** What an id has in common with those that `sameId` calls the same. The sign keeps a number's hash from being foreseen. */
function keyOf(id: unknown): unknown {
  return typeof id === "number" || typeof id === "string" ? `=${id}` : id;
}

/** Fills the table. `false` when there are too many, or some ids are no numbers and may be written otherwise. */
function fill({ items, idOf, positions: table }: Places): boolean {
  if (items.length > mostEntries) return false;
  emptyTable(table, items.length);
  const { marks, positions, mark, mask } = table;
  for (let index = 0; index < items.length; index++) {
    const id = idOf(undefined, items[index]);
    if (typeof id !== "number") return false;
    let at = hashNumber(id, 0) & mask;
    while (marks[at] === mark) at = (at + 1) & mask;
    marks[at] = mark;
    positions[at] = index;
  }
  return true;
}

function lookUp({ items, idOf, positions: table }: Places, id: number): number {
  const { marks, positions, mark, mask } = table;
  for (let at = hashNumber(id, 0) & mask; marks[at] === mark; at = (at + 1) & mask) {
    const place = positions[at] ?? -1;
    if (idOf(undefined, items[place]) === id) return place;
  }
  return -1;
}
