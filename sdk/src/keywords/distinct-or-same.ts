import { type Facts, isAbsent, NOT_GIVEN } from "../context/facts.ts";
import { type Field, sameId } from "../context/field.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, type Judgement, UNKNOWN } from "../context/judgement.ts";
import { toPointer } from "../document/pointer.ts";
import { isList } from "../document/value.ts";
import type { Fix } from "../generated/types.ts";
import type { Keyword, Offence } from "./keyword.ts";
import { missingIn } from "./missing-in.ts";
import { show } from "./show.ts";

const shortList = 16;

/** `distinctOrSame: true`: each line has a value of its own, or all have the same. Lines without a value take no part. */
export const distinctOrSame: Keyword = {
  name: "distinctOrSame",
  summary: "Each line must have a value of its own, or all the same one; lines without a value take no part.",
  schema: { const: true },
  on: ["text", "id", "choice"],
  message: "{label} {value} stands on line {first} too, while other lines have others: give each line its own, or all the same.",
  words: ["first", "others"],
  compile: ({ distinctOrSame: wanted }, { fields: [field] }) => {
    if (wanted === undefined || field === undefined) return undefined;
    return {
      subject: "list",
      expected: "a value of its own on each line, or the same on all",
      missing: (facts) => missingIn([field], facts),
      judge: (facts) => judge(field, facts),
      offences: (facts) => offences(field, facts),
    };
  },
};

/** Compares in place while the list is short, so that a clean PCCO costs no memory. */
function judge(field: Field, facts: Facts): Judgement {
  const items = field.items(facts);
  if (!isList(items)) return DOES_NOT_APPLY;
  const seen = items.length > shortList ? new Set<string>() : undefined;
  let [lines, repeats, changes] = [0, 0, 0];
  let first: unknown;
  for (let index = 0; index < items.length; index++) {
    const value = field.read(facts, items[index]);
    if (value === NOT_GIVEN) return UNKNOWN;
    if (isAbsent(value)) continue;
    if (lines++ === 0) first = value;
    else if (!sameId(first, value)) changes++;
    if (seen === undefined ? standsBefore(field, facts, items, index, value) : seen.has(String(value))) repeats++;
    seen?.add(String(value));
  }
  if (lines < 2) return lines === 0 ? DOES_NOT_APPLY : HOLDS;
  return repeats > 0 && changes > 0 ? BROKEN : HOLDS;
}

function standsBefore(field: Field, facts: Facts, items: readonly unknown[], end: number, value: unknown): boolean {
  for (let index = 0; index < end; index++) {
    if (sameId(field.read(facts, items[index]), value)) return true;
  }
  return false;
}

/** The lines whose value another line before them has. Only called when the check is broken. */
function offences(field: Field, facts: Facts): readonly Offence[] {
  const items = field.items(facts);
  if (!isList(items)) return [];
  const firstOf = new Map<string, number>();
  const values = items.map((item) => field.read(facts, item));
  const found: Offence[] = [];
  for (const [index, value] of values.entries()) {
    if (isAbsent(value)) continue;
    const first = firstOf.get(String(value));
    if (first === undefined) firstOf.set(String(value), index);
    else {
      found.push({
        index,
        path: field.locate(facts, items[index], index),
        received: value,
        words: { first: first + 1, others: 0 },
        fixes: useOneForAll(field, facts, items, value),
      });
    }
  }
  return found.map((offence) => ({ ...offence, words: { ...offence.words, others: firstOf.size - 1 } }));
}

function useOneForAll(field: Field, facts: Facts, items: readonly unknown[], value: unknown): readonly Fix[] {
  const edits = [...items.entries()]
    .filter(([, item]) => {
      const own = field.read(facts, item);
      return !isAbsent(own) && !sameId(own, value);
    })
    .map(([index, item]) => ({ op: "replace" as const, path: toPointer(field.locate(facts, item, index)), value }));
  return [{ title: `Use ${show(value)} as ${field.label} on all lines`, kind: "choice", edits }];
}
