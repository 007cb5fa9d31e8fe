import { cents } from "../context/decimal.ts";
import { createTable, emptyTable, hashNumber, hashText, mostEntries } from "../context/table.ts";

/** One field of all lines: the values in the order of the lines, `undefined` where a line has none. All are of the field's type. */
export interface Column {
  readonly values: readonly unknown[];
  /** How many lines there are; `values` may hold more. */
  readonly length: number;
}

/** A column with what was seen of all its values while they were read. */
export interface ReadColumn extends Column {
  /** How many lines have no value. */
  readonly absent: number;
  /** Of texts, the most UTF-16 units that one has; of other values more than any limit. */
  readonly longest: number;
  /** Of amounts, the sum in whole cents; `NaN` where these can't tell it. */
  readonly sum: number;
}

/** Up to here comparing each with each is quicker than a table. */
const shortList = 16;

/** Whether no two lines have the same values in all columns. Lines that lack one take no part. `false` may be too careful. */
export function areDistinct(columns: readonly Column[]): boolean {
  const [first] = columns;
  if (first === undefined || first.length < 2) return true;
  const { length } = first;
  if (columns.length === 1 && isRising(first)) return true;
  if (length > mostEntries || !readSigns(columns, length)) return areDistinctKeys(columns, length);
  return length > shortList ? areDistinctSigns(columns, length) : areDistinctPairs(columns, length);
}

/** Whether all values are numbers, each above the one before. */
function isRising({ values, length }: Column): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < length; index++) {
    const value = values[index];
    if (value === undefined) continue;
    if (typeof value !== "number" || value <= last) return false;
    last = value;
  }
  return true;
}

function areDistinctPairs(columns: readonly Column[], length: number): boolean {
  for (let index = 1; index < length; index++) {
    const sign = signs[index];
    for (let other = 0; other < index; other++) {
      if (signs[other] === sign && areSameLines(columns, index, other)) return false;
    }
  }
  return true;
}

function areDistinctSigns(columns: readonly Column[], length: number): boolean {
  emptyTable(table, length);
  const { marks, positions, mark, mask } = table;
  for (let index = 0; index < length; index++) {
    const sign = signs[index] ?? 0;
    let at = sign & mask;
    for (; marks[at] === mark; at = (at + 1) & mask) {
      const other = positions[at] ?? 0;
      if (signs[other] === sign && areSameLines(columns, index, other)) return false;
    }
    marks[at] = mark;
    positions[at] = index;
  }
  return true;
}

const table = createTable();

/**
 * For each line a number that tells most values apart: comparing numbers is quicker than comparing texts. Lines with the
 * same number are compared in full.
 */
let signs = new Int32Array(64);

/** Fills `signs`. `false` when values are of several types or have spaces at their ends, so that signs could mislead. */
function readSigns(columns: readonly Column[], length: number): boolean {
  if (length > signs.length) signs = new Int32Array(length * 2);
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at];
    if (column === undefined || !addSigns(column, length, at === 0)) return false;
  }
  return true;
}

function addSigns({ values }: Column, length: number, isFirst: boolean): boolean {
  let [texts, numbers] = [0, 0];
  for (let index = 0; index < length; index++) {
    const value = values[index];
    const before = isFirst ? 0 : (signs[index] ?? 0);
    if (typeof value === "string") {
      const last = value.charCodeAt(value.length - 1);
      if (!isPlain(last) || !isPlain(value.charCodeAt(0))) return false;
      texts++;
      // Each with each, lines that are taken for the same cost less than reading all their characters.
      signs[index] = length > shortList ? hashText(value, before) : Math.imul(before, 31) ^ (value.length << 8) ^ last;
    } else if (typeof value === "number") {
      numbers++;
      signs[index] = hashNumber(value, before);
    } else {
      signs[index] = hashNumber(index, before);
    }
  }
  return texts === 0 || numbers === 0;
}

function isPlain(code: number): boolean {
  return code > 32 && code < 160;
}

function areSameLines(columns: readonly Column[], index: number, other: number): boolean {
  for (const { values } of columns) if (!mayBeSame(values[index], values[other])) return false;
  return true;
}

/** Texts are compared without the spaces at their ends, and ids as text. */
function mayBeSame(a: unknown, b: unknown): boolean {
  if (a === b) return a !== undefined;
  if (a === undefined || b === undefined) return false;
  if (typeof a === "number" && typeof b === "number") return false;
  return String(a).trim() === String(b).trim();
}

function areDistinctKeys(columns: readonly Column[], length: number): boolean {
  const seen = new Set<string>();
  for (let index = 0; index < length; index++) {
    let key = "";
    for (const { values } of columns) {
      const value = values[index];
      key = value === undefined || key === "\u0000" ? "\u0000" : `${key}${String(value).trim()}\u0001`;
    }
    if (key === "\u0000") continue;
    if (seen.has(key)) return false;
    seen.add(key);
  }
  return true;
}

/** Whether all lines that have a value have the same. */
export function areSame({ values, length }: Column): boolean {
  let first: unknown;
  for (let index = 0; index < length; index++) {
    const value = values[index];
    if (value === undefined) continue;
    if (first === undefined) first = value;
    else if (first !== value) return false;
  }
  return true;
}

/**
 * Whether in each column every line has a value of its own, or all lines that have one have the same. `false` may be too
 * careful.
 */
export function areDistinctOrSame(columns: readonly Column[]): boolean {
  const [only] = columns;
  if (only !== undefined && columns.length === 1) return areSame(only) || areDistinct(columns);
  return columns.every((column) => areSame(column) || areDistinct([column]));
}

/** Whether whole cents show that the columns add up to a total. `false` may be too careful. */
export function addUpTo(total: unknown, columns: readonly ReadColumn[]): boolean {
  let sum = 0;
  let lines = 0;
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at];
    if (column === undefined) continue;
    lines += column.length;
    sum += column.sum;
    // Past this, whole numbers are no longer exact, even if a later amount leads back.
    if (!(sum >= Number.MIN_SAFE_INTEGER && sum <= Number.MAX_SAFE_INTEGER)) return false;
  }
  return lines === 0 || (typeof total === "string" && sum === cents(total));
}
