import { type Facts, isAbsent, NOT_GIVEN } from "../context/facts.ts";
import type { Field } from "../context/field.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, UNKNOWN } from "../context/judgement.ts";
import { isList } from "../document/value.ts";
import type { Keyword, Offence } from "./keyword.ts";
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
  compile: ({ distinct: wanted }, { fields }) => {
    const [field] = fields;
    if (wanted === undefined || field === undefined) return undefined;
    return {
      subject: "list",
      expected: "a different value on every line",
      missing: (facts) => missingIn(fields, facts),
      judge: (facts) => {
        const { repeats, lines, open } = findRepeats(fields, facts);
        if (repeats.length > 0) return BROKEN;
        if (open) return UNKNOWN;
        return lines > 1 ? HOLDS : DOES_NOT_APPLY;
      },
      offences: (facts) => findRepeats(fields, facts).repeats.map((repeat) => offence(field, fields, facts, repeat)),
    };
  },
};

interface Repeat {
  readonly index: number;
  readonly first: number;
  readonly item: unknown;
}

function findRepeats(
  fields: readonly Field[],
  facts: Facts,
): { readonly repeats: readonly Repeat[]; readonly lines: number; readonly open: boolean } {
  const items = fields[0]?.items(facts);
  const seen = new Map<string, number>();
  const repeats: Repeat[] = [];
  let [lines, open] = [0, false];
  if (isList(items)) {
    for (const [index, item] of items.entries()) {
      const key = keyOf(fields, facts, item);
      if (key === undefined) continue;
      if (key === NOT_GIVEN) {
        open = true;
        continue;
      }
      lines++;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, index);
      else repeats.push({ index, first, item });
    }
  }
  return { repeats, lines, open };
}

/** The values of all fields as one key; `undefined` when one of them is missing, for such a line takes no part. */
function keyOf(fields: readonly Field[], facts: Facts, item: unknown): string | undefined | typeof NOT_GIVEN {
  let key = "";
  for (const field of fields) {
    const value = field.read(facts, item);
    if (value === NOT_GIVEN) return NOT_GIVEN;
    if (isAbsent(value)) return undefined;
    key += `${String(value).trim()}\u0000`;
  }
  return key;
}

function offence(field: Field, fields: readonly Field[], facts: Facts, { index, first, item }: Repeat): Offence {
  const values = fields.map((each) => `${each.label} ${show(each.read(facts, item), each)}`);
  return {
    index,
    path: field.locate(facts, item, index),
    received: field.read(facts, item),
    words: { first: first + 1, combination: either(values, "and") },
    fixes: [],
  };
}
