import { letGoOfMany } from "../../context/buffers.ts";
import { cents } from "../../context/decimal.ts";
import { type Facts, isAbsent } from "../../context/facts.ts";
import type { Field } from "../../context/field.ts";
import type { FieldType } from "../../context/field-type.ts";
import { isBlank } from "../../context/text-length.ts";
import { isList } from "../../document/value.ts";
import type { ReadColumn } from "../../keywords/column.ts";
import { knownPaths, readLines } from "./lines.ts";

/** One field of all lines, read once for all rules that look at it. It is kept from check to check. */
export interface ColumnBuffer extends ReadColumn {
  readonly field: Field;
  readonly readColumn: Field["readColumn"];
  readonly is: Field["is"];
  readonly type: FieldType;
  /** Whether it is read with others. */
  readonly isKnown: boolean;
  readonly hasOtherwise: boolean;
  readonly values: unknown[];
  /** Whether a value stands there that only the full way can tell. */
  isOpen: boolean;
  /** The lines the values were read from. */
  items: readonly unknown[];
  length: number;
  absent: number;
  longest: number;
  sum: number;
}

/** The columns of one list. */
export interface Table {
  readonly lister: Field;
  readonly columns: ColumnBuffer[];
  /** Those of known values, in the order of `knownPaths`. */
  readonly known: (unknown[] | undefined)[];
}

const noItems: readonly unknown[] = [];
/** More than any limit. A small number, which is kept more cheaply than infinity. */
const notTold = 0x3fffffff;
const mostExact = Number.MAX_SAFE_INTEGER;

/** The column of a field, put into the table of its list. */
export function columnIn(tables: Table[], field: Field): ColumnBuffer {
  const there = tables.find(({ lister }) => listOf(lister) === listOf(field));
  const known = there?.columns.find((column) => column.field === field);
  if (known !== undefined) return known;
  const table = there ?? { lister: field, columns: [], known: knownPaths.map(() => undefined) };
  if (there === undefined) tables.push(table);
  const at = field.place === "document" ? knownPaths.indexOf(field.steps.join(".")) : -1;
  // Two fields may have one path; the second is read by itself.
  const column = createColumn(field, at >= 0 && table.known[at] === undefined);
  if (column.isKnown) table.known[at] = column.values;
  table.columns.push(column);
  return column;
}

function listOf({ place, list }: Field): string {
  return `${place} ${list?.join(".")}`;
}

function createColumn(field: Field, isKnown: boolean): ColumnBuffer {
  const { readColumn, is, type, hasOtherwise } = field;
  return {
    field,
    readColumn,
    is,
    type,
    isKnown,
    hasOtherwise,
    values: [undefined],
    isOpen: false,
    items: noItems,
    length: 0,
    absent: 0,
    longest: notTold,
    sum: Number.NaN,
  };
}

/** Lets go of the PCCO. Texts and numbers are kept, unless they are many; not what may be anything. */
export function letGo({ columns }: Table, isDone: boolean): void {
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index];
    if (column === undefined) continue;
    column.items = noItems;
    if (isDone && !column.isOpen && column.type !== "list") letGoOfMany(column.values);
    else column.values.length = 0;
  }
}

/** Reads every field of every line once. `false` when something stands there that only the full way can tell. */
export function readTable({ lister, columns, known }: Table, facts: Facts): boolean {
  const given = lister.items(facts);
  const items = isList(given) ? given : noItems;
  const isRead = (items === given || given === undefined || given === null) && readLines(items, known);
  let isAllRead = isRead;
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at];
    if (column === undefined) continue;
    column.items = items;
    column.length = items.length;
    column.isOpen = !(isRead && readColumn(column, items, facts));
    if (column.isOpen) isAllRead = false;
  }
  return isAllRead;
}

function readColumn(column: ColumnBuffer, items: readonly unknown[], facts: Facts): boolean {
  if (column.isKnown) {
    const isFit = look(column);
    if (!(isFit && column.hasOtherwise && column.absent > 0)) return isFit;
  }
  column.readColumn(facts, items, column.values, items.length);
  return look(column);
}

/** Looks at the values that were read. `false` when one stands there that only the full way can tell. */
function look(column: ColumnBuffer): boolean {
  if (column.type === "money") return lookAtMoney(column);
  return column.type === "text" || column.type === "choice" ? lookAtTexts(column) : lookAtOthers(column);
}

function lookAtTexts(column: ColumnBuffer): boolean {
  const { values, length } = column;
  let absent = 0;
  let longest = 0;
  for (let index = 0; index < length; index++) {
    const value = values[index];
    if (typeof value === "string" && !isBlank(value)) {
      if (value.length > longest) longest = value.length;
    } else {
      if (!isAbsent(value)) return false;
      values[index] = undefined;
      absent++;
    }
  }
  column.absent = absent;
  column.longest = longest;
  column.sum = absent === length ? 0 : Number.NaN;
  return true;
}

function lookAtMoney(column: ColumnBuffer): boolean {
  const { values, length } = column;
  let absent = 0;
  let sum = 0;
  for (let index = 0; index < length; index++) {
    const value = values[index];
    if (typeof value === "string" && !isBlank(value)) {
      sum += cents(value);
      // Past this, whole numbers are no longer exact, even if a later amount leads back.
      if (!(sum >= -mostExact && sum <= mostExact)) sum = Number.NaN;
    } else {
      if (!isAbsent(value)) return false;
      values[index] = undefined;
      absent++;
    }
  }
  column.absent = absent;
  column.sum = sum;
  return true;
}

function lookAtOthers(column: ColumnBuffer): boolean {
  const { is, values, length } = column;
  let absent = 0;
  for (let index = 0; index < length; index++) {
    const value = values[index];
    if (isAbsent(value)) {
      values[index] = undefined;
      absent++;
    } else if (!is(value)) return false;
  }
  column.absent = absent;
  column.sum = absent === length ? 0 : Number.NaN;
  return true;
}
