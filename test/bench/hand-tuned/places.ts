import { createTable, empty, hashOfNumber } from "./table.ts";
import { isKeyed } from "./values.ts";

// Finds lines of the contract by their ids. The lines of a PCCO mostly come in the contract's order, so the next line is
// tried first; a few are searched one by one; many by a table that is filled when it is first needed.

const few = 16;
const table = createTable();
let next = 0;
let last = Number.NEGATIVE_INFINITY;
let isFilled = false;

/** Begins a check. */
export function startPlaces(): void {
  next = 0;
  last = Number.NEGATIVE_INFINITY;
  isFilled = false;
}

/** Where the first line with this id stands; -1 when none does that is easily found. */
export function placeOf(known: readonly unknown[], id: number): number {
  if (next >= 0) {
    // While ids were found from the top in rising order, none before can be this one.
    const guess = known[next];
    if (isKeyed(guess) && guess["id"] === id && id > last) {
      last = id;
      return next++;
    }
    next = -1;
  }
  return known.length <= few ? search(known, id) : lookUp(known, id);
}

function search(known: readonly unknown[], id: number): number {
  for (let index = 0; index < known.length; index++) {
    const line = known[index];
    if (!isKeyed(line) || typeof line["id"] !== "number") return -1;
    if (line["id"] === id) return index;
  }
  return -1;
}

function lookUp(known: readonly unknown[], id: number): number {
  if (!isFilled) {
    if (!empty(table, known.length)) return search(known, id);
    isFilled = true;
    fill(known);
  }
  const { marks, entries, mark, mask } = table;
  for (let at = hashOfNumber(id) & mask; marks[at] === mark; at = (at + 1) & mask) {
    const place = entries[at] ?? -1;
    const line = known[place];
    if (isKeyed(line) && line["id"] === id) return place;
  }
  return -1;
}

function fill(known: readonly unknown[]): void {
  const { marks, entries, mark, mask } = table;
  for (let index = 0; index < known.length; index++) {
    const line = known[index];
    const id = isKeyed(line) ? line["id"] : undefined;
    // An id that is written otherwise leaves the rest to be found by a second look.
    if (typeof id !== "number") return;
    let at = hashOfNumber(id) & mask;
    while (marks[at] === mark) at = (at + 1) & mask;
    marks[at] = mark;
    entries[at] = index;
  }
}
