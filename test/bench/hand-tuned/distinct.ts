import { createTable, empty, hashOf, hashOfNumber } from "./table.ts";
import { isTight } from "./values.ts";

// Finds out whether lines repeat a value. Up to a few, each is compared with each; more go through a table.

const few = 16;
const table = createTable();
const ids: unknown[] = [];
const costs: string[] = [];
const types: string[] = [];
let signs = new Int32Array(64);

export function keepId(index: number, id: unknown): void {
  ids[index] = id;
}

/** `false` for values whose spaces would have to be left out first. */
export function keepPair(index: number, cost: string, type: string): boolean {
  if (index >= signs.length) grow(index);
  costs[index] = cost;
  types[index] = type;
  signs[index] = hashOf(type, hashOf(cost, 0x811c9dc5));
  return isTight(cost) && isTight(type);
}

function grow(index: number): void {
  const grown = new Int32Array(index * 2);
  grown.set(signs);
  signs = grown;
}

/** Whether no two of the kept ids are the same; all are numbers. `false` may be too careful. */
export function areDistinctIds(length: number): boolean {
  if (length <= few) {
    for (let index = 1; index < length; index++) {
      for (let other = 0; other < index; other++) if (ids[index] === ids[other]) return false;
    }
    return true;
  }
  if (!empty(table, length)) return new Set(ids.slice(0, length)).size === length;
  const { marks, entries, mark, mask } = table;
  for (let index = 0; index < length; index++) {
    const id = ids[index];
    if (typeof id !== "number") return false;
    let at = hashOfNumber(id) & mask;
    for (; marks[at] === mark; at = (at + 1) & mask) if (ids[entries[at] ?? 0] === id) return false;
    marks[at] = mark;
    entries[at] = index;
  }
  return true;
}

/** Whether no two of the kept pairs are the same. `false` may be too careful. */
export function areDistinctPairs(length: number): boolean {
  if (length <= few) {
    for (let index = 1; index < length; index++) {
      const sign = signs[index];
      for (let other = 0; other < index; other++) {
        if (signs[other] === sign && isSamePair(index, other)) return false;
      }
    }
    return true;
  }
  if (!empty(table, length)) {
    const pairs = new Set<string>();
    for (let index = 0; index < length; index++) pairs.add(`${costs[index]}\n${types[index]}`);
    return pairs.size === length;
  }
  const { marks, entries, mark, mask } = table;
  for (let index = 0; index < length; index++) {
    const sign = signs[index] ?? 0;
    let at = sign & mask;
    for (; marks[at] === mark; at = (at + 1) & mask) {
      const other = entries[at] ?? 0;
      if (signs[other] === sign && isSamePair(index, other)) return false;
    }
    marks[at] = mark;
    entries[at] = index;
  }
  return true;
}

function isSamePair(one: number, other: number): boolean {
  return costs[one] === costs[other] && types[one] === types[other];
}
