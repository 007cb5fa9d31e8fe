import { type Facts, isAbsent, NOT_GIVEN } from "../context/facts.ts";
import { type Field, sameId } from "../context/field.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, type Judgement, UNKNOWN } from "../context/judgement.ts";
import { isList } from "../document/value.ts";
import type { Keyword, Offence } from "./keyword.ts";
import { missingIn } from "./missing-in.ts";
import { show } from "./show.ts";

/** `same: true`: all lines have the same value. Lines without a value take no part. */
export const same: Keyword = {
  name: "same",
  summary: "All lines must have the same value; lines without a value take no part.",
  schema: { const: true },
  on: ["text", "id", "choice"],
  message: "{label} {value} differs from {expected} on line {first}; all lines must have the same.",
  words: ["first", "expected"],
  compile: ({ same: wanted }, { fields: [field] }) => {
    if (wanted === undefined || field === undefined) return undefined;
    return {
      subject: "list",
      expected: "the same value on all lines",
      missing: (facts) => missingIn([field], facts),
      judge: (facts) => judge(field, facts),
      offences: (facts) => offences(field, facts),
    };
  },
};

function judge(field: Field, facts: Facts): Judgement {
  const items = field.items(facts);
  if (!isList(items)) return DOES_NOT_APPLY;
  let first: unknown;
  for (let index = 0; index < items.length; index++) {
    const value = field.read(facts, items[index]);
    if (value === NOT_GIVEN) return UNKNOWN;
    if (isAbsent(value)) continue;
    if (first === undefined) first = value;
    else if (!sameId(first, value)) return BROKEN;
  }
  return first === undefined ? DOES_NOT_APPLY : HOLDS;
}

function offences(field: Field, facts: Facts): readonly Offence[] {
  const items = field.items(facts);
  const lines = [...(isList(items) ? items : []).entries()].map(([index, item]) => ({ index, item, value: field.read(facts, item) }));
  const [first, ...others] = lines.filter(({ value }) => !isAbsent(value));
  if (first === undefined) return [];
  return others
    .filter(({ value }) => !sameId(value, first.value))
    .map(({ index, item, value }) => ({
      index,
      path: field.locate(facts, item, index),
      received: value,
      words: { first: first.index + 1, expected: show(first.value) },
      fixes: [],
    }));
}
