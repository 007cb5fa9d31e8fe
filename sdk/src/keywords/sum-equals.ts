import { addDecimals, cents, compareDecimals, type Decimal, formatDecimal, parseDecimal } from "../context/decimal.ts";
import { type Facts, isAbsent, isNoList } from "../context/facts.ts";
import type { Field } from "../context/field.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, type Judgement, UNKNOWN } from "../context/judgement.ts";
import { isList } from "../document/value.ts";
import { addUpTo } from "./column.ts";
import { setFix } from "./fix.ts";
import type { Keyword } from "./keyword.ts";
import { missingIn } from "./missing-in.ts";

/** A field that stands by itself is read once, as if it had one line. */
const alone: readonly unknown[] = [undefined];

const nothing: Decimal = { units: 0n, scale: 0 };

/** `sumEquals: [lineAmount, markupAmount]`: the amount is the exact sum of these amounts over all their lines. */
export const sumEquals: Keyword = {
  name: "sumEquals",
  summary: "The amount must be the exact sum of these fields over all their lines.",
  schema: { type: "array", items: { type: "string" }, minItems: 1, uniqueItems: true },
  on: ["money"],
  message: "{label} is {value}, but the lines add up to {sum}.",
  words: ["sum"],
  mentions: ({ sumEquals: names }) => (names ?? []).map((field, index) => ({ field, path: `/sumEquals/${index}` })),
  boundaries: ({ sumEquals: names }, target) =>
    names === undefined ? [] : [{ kind: "sum", of: names.map((name) => target.field(name)) }],
  compile: ({ sumEquals: names }, target) => {
    if (names === undefined) return undefined;
    const parts = names.map((name) => target.field(name));
    return {
      subject: "value",
      whenAbsent: DOES_NOT_APPLY,
      test: (value, facts) => test(parts, String(value), facts),
      ...(parts.every(({ list }) => list !== undefined) ? { columns: { fields: parts, holds: addUpTo } } : {}),
      expected: (facts) => {
        const sum = wholeSum(parts, facts);
        const exact = Number.isNaN(sum) ? exactSum(parts, facts) : { units: BigInt(sum), scale: 2 };
        return formatDecimal(exact ?? nothing, 2);
      },
      words: { sum: ({ expected }) => expected },
      missing: (facts) => missingIn(parts, facts),
      fixes: (place) => {
        const { field, facts, item, expected } = place;
        if (!field.isWritable(facts, item)) return [];
        return [setFix(`Set ${field.label} to the sum of the lines, ${expected}`, "choice", place, expected)];
      },
    };
  },
};

/** Adds whole cents while all amounts allow it, and exact decimals otherwise. */
function test(parts: readonly Field[], total: string, facts: Facts): Judgement {
  let sum = 0;
  let lines = 0;
  for (const part of parts) {
    const items = part.list === undefined ? alone : part.items(facts);
    if (!isList(items)) {
      if (isNoList(items)) continue;
      return UNKNOWN;
    }
    for (let index = 0; index < items.length; index++) {
      const amount = part.read(facts, items[index]);
      if (isAbsent(amount)) {
        if (part.list !== undefined) lines++;
        continue;
      }
      if (typeof amount !== "string") return UNKNOWN;
      lines++;
      sum += cents(amount);
      // Past this, whole numbers are no longer exact, even if a later amount leads back.
      if (!Number.isSafeInteger(sum)) sum = Number.NaN;
    }
  }
  if (lines === 0) return DOES_NOT_APPLY;
  const wanted = cents(total);
  if (!Number.isNaN(sum) && !Number.isNaN(wanted)) return sum === wanted ? HOLDS : BROKEN;
  const [exactTotal, exact] = [parseDecimal(total), exactSum(parts, facts)];
  if (exactTotal === undefined || exact === undefined) return DOES_NOT_APPLY;
  return compareDecimals(exactTotal, exact) === 0 ? HOLDS : BROKEN;
}

/** The sum in whole cents; `NaN` when they can't tell. */
function wholeSum(parts: readonly Field[], facts: Facts): number {
  let sum = 0;
  for (const part of parts) {
    const items = part.list === undefined ? alone : part.items(facts);
    if (!isList(items)) continue;
    for (let index = 0; index < items.length; index++) {
      const amount = part.read(facts, items[index]);
      if (isAbsent(amount)) continue;
      sum += typeof amount === "string" ? cents(amount) : Number.NaN;
      // Past this, whole numbers are no longer exact, even if a later amount leads back.
      if (!Number.isSafeInteger(sum)) return Number.NaN;
    }
  }
  return sum;
}

/** The exact sum; `undefined` when an amount is not a decimal number. A blank amount counts as nothing. */
function exactSum(parts: readonly Field[], facts: Facts): Decimal | undefined {
  let sum = nothing;
  for (const part of parts) {
    const items = part.list === undefined ? alone : part.items(facts);
    if (!isList(items)) continue;
    for (const item of items) {
      const amount = part.read(facts, item);
      if (isAbsent(amount)) continue;
      const decimal = typeof amount === "string" ? parseDecimal(amount) : undefined;
      if (decimal === undefined) return undefined;
      sum = addDecimals(sum, decimal);
    }
  }
  return sum;
}
