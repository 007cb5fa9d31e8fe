import { type Facts, NOT_GIVEN } from "../context/facts.ts";
import type { Field } from "../context/field.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, type Judgement, UNKNOWN } from "../context/judgement.ts";
import { isList } from "../document/value.ts";
import { areDistinct } from "./column.ts";
import type { Keyword, Offence } from "./keyword.ts";
import { lineValue } from "./lines.ts";
import { missingIn } from "./missing-in.ts";
import { either, show } from "./show.ts";

/** `distinct: true`: no two lines have the same value; with `fields`, the same combination of values. */
export const distinct: Keyword = {
  name: "distinct",
  summary: "No two lines may have the same value; with several fields, the same combination.",
  schema: { const: true },
  on: ["text", "id", "choice"],
  message: "{label} {value} stands on line {first} already.",
  words: ["first", "combination"],
  comparesLines: true,
  boundaries: ({ distinct: wanted }) => (wanted === undefined ? [] : [{ kind: "lines", fewest: 2 }]),
  compile: ({ distinct: wanted }, { fields }) => {
    const [field] = fields;
    if (wanted === undefined || field === undefined) return undefined;
    return {
      subject: "list",
      expected: "a different value on every line",
      missing: (facts) => missingIn(fields, facts),
      judge: (facts) => judge(fields, facts),
      holds: areDistinct,
      offences: (facts) => findRepeats(fields, facts).map((repeat) => offence(field, fields, facts, repeat)),
    };
  },
};

interface Repeat {
  readonly index: number;
  readonly first: number;
  readonly item: unknown;
}

/** What is not known can't mend what is broken, and a single line repeats nothing. */
function judge(fields: readonly Field[], facts: Facts): Judgement {
  const items = fields[0]?.items(facts);
  if (!isList(items)) return items === NOT_GIVEN ? UNKNOWN : DOES_NOT_APPLY;
  const seen = new Set<string>();
  let [lines, open] = [0, 0];
  for (let index = 0; index < items.length; index++) {
    const key = keyOf(fields, facts, items[index]);
    if (key === undefined) continue;
    lines++;
    if (key === NOT_GIVEN) open++;
    else if (seen.has(key)) return BROKEN;
    else seen.add(key);
  }
  if (lines < 2) return DOES_NOT_APPLY;
  return open > 0 ? UNKNOWN : HOLDS;
}

function findRepeats(fields: readonly Field[], facts: Facts): readonly Repeat[] {
  const items = fields[0]?.items(facts);
  if (!isList(items)) return [];
  const seen = new Map<string, number>();
  const repeats: Repeat[] = [];
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    const key = keyOf(fields, facts, item);
    if (key === undefined || key === NOT_GIVEN) continue;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else repeats.push({ index, first, item });
  }
  return repeats;
}

/** The values of all fields as one key; `undefined` when one is missing, else `NOT_GIVEN` when one can't be told. */
function keyOf(fields: readonly Field[], facts: Facts, item: unknown): string | undefined | typeof NOT_GIVEN {
  let key = "";
  let isOpen = false;
  for (const field of fields) {
    const value = lineValue(field, facts, item);
    if (value === undefined) return undefined;
    if (value === NOT_GIVEN) {
      isOpen = true;
      continue;
    }
    const text = String(value);
    // With its length before it, no value can be taken for part of another.
    key += `${text.length}:${text}`;
  }
  return isOpen ? NOT_GIVEN : key;
}

function offence(field: Field, fields: readonly Field[], facts: Facts, { index, first, item }: Repeat): Offence {
  const combination = (): string =>
    either(
      fields.map((each) => `${each.label} ${show(each.read(facts, item), each)}`),
      "and",
    );
  return {
    index,
    path: field.locate(facts, item, index),
    received: field.read(facts, item),
    words: { first: first + 1, combination },
    fixes: [],
  };
}
