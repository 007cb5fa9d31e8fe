import { isAbsent } from "../context/facts.ts";
import { isList, isObject, type JsonObject } from "../document/value.ts";
import type { Toggle } from "../generated/types.ts";

// What the tests that are written ahead of time call.

export { mostKept } from "../context/buffers.ts";
export { isDate, isDateTime } from "../context/calendar.ts";
export { cents, isCents, isDecimal } from "../context/decimal.ts";
export { sameId } from "../context/ids.ts";
export { createPlaces, endPlaces, findPlace } from "../context/places.ts";
export { isBlank, isLongerThan } from "../context/text-length.ts";
export { areDistinct, areDistinctOrSame, areSame } from "../keywords/column.ts";
export { isAbsent, isList };

/** A list; a missing one is empty, and what is no list is `undefined`. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  if (value === undefined || value === null) return noItems;
  return isList(value) ? value : undefined;
}

/** Stands for a list that is not there. */
export const noItems: readonly unknown[] = Object.freeze([]);

interface ColumnBuffer {
  readonly values: unknown[];
  /** No check of columns asks for the cents: amounts are added while they are read. */
  readonly cents: readonly number[];
  length: number;
}

/** The buffer of a column, kept from check to check. */
export function createColumn(): ColumnBuffer {
  return { values: [], cents: [], length: 0 };
}

/**
 * Fills the only one of some columns, for a check that could not be told while its list was read.
 * @param read the value of an item; `undefined` when it has none of the right type
 */
export function filled(
  columns: readonly ColumnBuffer[],
  read: (item: JsonObject) => unknown,
  list: unknown,
): readonly ColumnBuffer[] {
  const items = listOf(list) ?? noItems;
  for (const column of columns) {
    column.length = items.length;
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      column.values[index] = isObject(item) ? read(item) : undefined;
    }
  }
  return columns;
}

/** Empties a column, so that one large PCCO does not stay in memory. */
export function letGo(column: ColumnBuffer): void {
  column.values.length = 0;
}

/** Stands for a group of fields that is not there. */
export const nothing: JsonObject = Object.freeze({});

/**
 * The position of a toggle; `undefined` when it can't be told at once.
 * @param given what is listed for it
 */
export function toggle(listed: unknown, given: unknown, set: Toggle | undefined, preset: Toggle): Toggle | undefined {
  if (!isObject(listed)) return undefined;
  if (typeof given === "boolean") return given ? "on" : "off";
  // Another toggle may be this one misspelt: that is for the full way to tell.
  return given === undefined && listed !== nothing && Object.keys(listed).length === 0 ? (set ?? preset) : undefined;
}
