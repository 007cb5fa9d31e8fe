import { letGoOfMany } from "../context/buffers.ts";
import { isAbsent, NOT_GIVEN } from "../context/facts.ts";
import { indexOfSame } from "../context/ids.ts";
import { isKeyed, isList, isObject } from "../document/value.ts";
import type { Toggle } from "../generated/types.ts";

// What the tests that are written ahead of time call.

export { isDate, isDateTime } from "../context/calendar.ts";
export { cents } from "../context/decimal.ts";
export { sameId } from "../context/ids.ts";
export { isBlank } from "../context/text-length.ts";
export { addUpTo, areDistinct, areDistinctOrSame, areSame } from "../keywords/column.ts";
export { isAbsent, isList, isObject, NOT_GIVEN };

const nothing: Readonly<Record<string, unknown>> = Object.freeze(Object.create(null));

/** A value to read properties of; a value that has none reads as an object without any. */
export function at(value: unknown): Readonly<Record<string, unknown>> {
  return isKeyed(value) ? value : nothing;
}

/** A list; a missing one is empty, and what is no list is `undefined`. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  if (value === undefined || value === null) return noItems;
  return isList(value) ? value : undefined;
}

const noItems: readonly unknown[] = Object.freeze([]);

interface ColumnBuffer {
  readonly values: unknown[];
  readonly cents: number[];
  length: number;
  absent: number;
}

/** The buffer of a column, kept from check to check. */
export function createColumn(): ColumnBuffer {
  return { values: [], cents: [], length: 0, absent: 0 };
}

/** Empties what has grown large, so that one large PCCO or contract does not stay in memory. */
export function letGo(columns: readonly ColumnBuffer[], lists: readonly unknown[][]): void {
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index];
    if (column !== undefined) letGoOfMany(column.values);
  }
  for (let index = 0; index < lists.length; index++) {
    const list = lists[index];
    if (list !== undefined) letGoOfMany(list);
  }
}

/** Where an id stands among others; -1 when it does not. A loop of our own, because for short lists calling a built-in takes longer. */
export function indexOf(ids: readonly unknown[], id: unknown): number {
  for (let index = 0; index < ids.length; index++) if (ids[index] === id) return index;
  return -1;
}

/** The property of the item with an id; `NOT_GIVEN` when that can't be told at once. */
export function lookUp(id: unknown, ids: readonly unknown[], items: readonly unknown[], key: string): unknown {
  if (isAbsent(id)) return undefined;
  const index = indexOfSame(ids, id, items.length);
  const value = index < 0 ? undefined : at(items[index])[key];
  return value === undefined ? NOT_GIVEN : value;
}

/** The position of a toggle; `undefined` when it can't be told at once. */
export function toggle(listed: unknown, name: string, set: Toggle | undefined, preset: Toggle): Toggle | undefined {
  if (!isObject(listed)) return undefined;
  const given = Object.hasOwn(listed, name) ? listed[name] : undefined;
  if (typeof given === "boolean") return given ? "on" : "off";
  // Another toggle may be this one misspelt: that is for the full way to tell.
  return given === undefined && Object.keys(listed).length === 0 ? (set ?? preset) : undefined;
}
