import { isAbsent } from "../../context/facts.ts";
import type { FieldType } from "../../context/field-type.ts";
import { isList, isObject } from "../../document/value.ts";
import { sumsFor } from "../values/sums.ts";
import { valuesFor } from "../values/values-for.ts";
import { wordsAt } from "./choice.ts";
import type { Group } from "./groups.ts";
import type { Reading } from "./readings.ts";
import type { Slot } from "./slot.ts";

/** The values that stand for all a slot can have: one of each class, or several where values are compared. */
export interface Domain {
  /** The simplest first; what is of a wrong type last. That there is no value is not among them. */
  readonly values: readonly unknown[];
  /** For each value its class, whose values can stand for each other; -1 for one that none can stand for. */
  readonly classes: readonly number[];
  /** For each value the position of its twin: the same value but for spaces at its end. Its own when it has none. */
  readonly twins: readonly number[];
  /** Why a class may have been missed, as the end of a sentence; `undefined` when certainly none is. */
  readonly gap: string | undefined;
  /** Names the class of a value. */
  signatureOf(value: unknown): string;
  /** Whether a value is of use in a place: what only a total needs is not tried where amounts are added up. */
  isFor(slot: Slot, value: unknown): boolean;
}

/** What no field that holds a text, a number or a date can be. */
const odd: readonly unknown[] = [7, 1.5, true, [], {}];

/**
 * The values of a group of slots.
 * @param most how many of its values can be compared with each other at once
 */
export function domainOf(group: Group, most: number): Domain {
  const readings = [...group.readings];
  const isSummed = group.sums.length > 0;
  const copies = isSummed ? Number.POSITIVE_INFINITY : group.isCompared || group.isOrdered ? most : 1;
  const wish = {
    types: new Set(readings.map(({ field }) => field.type)),
    boundaries: readings.flatMap(({ boundaries }) => boundaries),
    choices: [
      ...readings.flatMap(({ field }) => Object.keys(field.choices)),
      ...[...group.slots.values()].flatMap(wordsAt),
    ],
    copies,
  };
  const sums = isSummed ? sumsFor(wish) : undefined;
  const found = sums ?? valuesFor(wish);
  const chosen = createChoice(readings, copies, group.isOrdered || isSummed);
  const isText = readings.some(({ field }) => textual.has(field.type));
  for (const value of found.values) chosen.add(value, isText && typeof value === "number");
  if (group.comparesTrimmed && group.comparesExactly) chosen.addTwins();
  for (const value of odd) chosen.addOne(value);
  const totals = new Set(group.sums.flatMap(({ total }) => total.map(({ key }) => key)));
  const onlyTotals = new Set(sums?.values.slice(sums.parts));
  const isFor = (slot: Slot, value: unknown): boolean => totals.has(slot.key) || !onlyTotals.has(value);
  return { ...chosen, isFor, gap: gapOf(group, found.gap) };
}

const textual = new Set<FieldType>(["text", "choice"]);

function gapOf(group: Group, gap: string | undefined): string | undefined {
  if (gap !== undefined || !group.isOrdered) return gap;
  return hasRing(group) ? "its dates are compared in a ring" : undefined;
}

/** Chooses values of which each class has so many. */
function createChoice(readings: readonly Reading[], copies: number, areFixed: boolean) {
  const values: unknown[] = [];
  const classes: number[] = [];
  const twins: number[] = [];
  const counts = new Map<string, number>();
  const names = new Map<string, number>();
  const push = (value: unknown, name: number, twin: number): void => {
    values.push(value);
    classes.push(name);
    twins.push(twin);
  };
  const signatureOf = (value: unknown): string => readings.map((reading) => judged(reading, value)).join();
  const nameOf = (signature: string): number => {
    if (!names.has(signature)) names.set(signature, names.size);
    return names.get(signature) ?? -1;
  };
  const addUpTo = (limit: number, value: unknown, isFixed: boolean): void => {
    if (isAbsent(value) || values.some((each) => isSame(each, value))) return;
    const signature = signatureOf(value);
    const count = counts.get(signature) ?? 0;
    if (count >= limit) return;
    counts.set(signature, count + 1);
    push(value, isFixed || areFixed ? -1 : nameOf(signature), values.length);
  };
  return {
    values,
    classes,
    twins,
    signatureOf,
    add: (value: unknown, isFixed: boolean): void => addUpTo(copies, value, isFixed),
    addOne: (value: unknown): void => addUpTo(1, value, true),
    addTwins(): void {
      for (const [index, value] of [...values.entries()]) {
        if (typeof value !== "string" && typeof value !== "number") continue;
        const padded = `${value} `;
        if (typeof value === "string" && value.endsWith(" ")) continue;
        const isAlike = signatureOf(padded) === signatureOf(value);
        push(padded, isAlike ? (classes[index] ?? -1) : -1, index);
      }
    },
  };
}

/** What a reading says of a value, as a short text: readings that say the same can't tell two values apart. */
function judged({ field, judge }: Reading, value: unknown): string {
  if (!field.is(value)) return "wrong";
  return judge === undefined ? "" : String(judge(value));
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (isObject(a) && isObject(b)) || (isList(a) && isList(b) && a.length === b.length);
}

/** Whether dates are compared so that one order follows from others: days can't show every answer then. */
function hasRing({ readings }: Group): boolean {
  const near = new Map<string, string>();
  const rootOf = (name: string): string => {
    const next = near.get(name);
    return next === undefined || next === name ? name : rootOf(next);
  };
  const pairs = new Set<string>();
  for (const { field, boundaries } of readings) {
    for (const boundary of boundaries) {
      if (boundary.kind === "same" || boundary.kind === "lines") return true;
      if (boundary.kind !== "order" && boundary.kind !== "day" && boundary.kind !== "words") continue;
      const other = boundary.kind === "order" ? pathOf(boundary.as) : "a day";
      const pair = [pathOf(field), other].sort().join(" ");
      if (pairs.has(pair)) continue;
      pairs.add(pair);
      const [a, b] = [rootOf(pathOf(field)), rootOf(other)];
      if (a === b) return true;
      near.set(a, b);
    }
  }
  return false;
}

function pathOf({ place, path }: Reading["field"]): string {
  return `${place} ${path}`;
}
