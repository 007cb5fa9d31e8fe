import { type Facts, NOT_GIVEN } from "../context/facts.ts";
import type { Field } from "../context/field.ts";
import { sameId } from "../context/ids.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, type Judgement, UNKNOWN } from "../context/judgement.ts";
import { isList } from "../document/value.ts";
import { areSame } from "./column.ts";
import { type ComparedLine, useOneForAll } from "./fix.ts";
import type { Keyword, Offence } from "./keyword.ts";
import { lineValue } from "./lines.ts";
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
  comparesLines: true,
  boundaries: ({ same: wanted }) => (wanted === undefined ? [] : [{ kind: "lines", fewest: 2 }]),
  compile: ({ same: wanted }, { fields: [field] }) => {
    if (wanted === undefined || field === undefined) return undefined;
    return {
      subject: "list",
      expected: "the same value on all lines",
      missing: (facts) => missingIn([field], facts),
      judge: (facts) => judge(field, facts),
      holds: (columns) => columns.every(areSame),
      offences: (facts) => offences(field, facts),
    };
  },
};

/** What is not known can't make lines that differ the same, and a single line has nothing to differ from. */
function judge(field: Field, facts: Facts): Judgement {
  const items = field.items(facts);
  if (!isList(items)) return items === NOT_GIVEN ? UNKNOWN : DOES_NOT_APPLY;
  let first: string | number | undefined;
  let [lines, open] = [0, 0];
  for (let index = 0; index < items.length; index++) {
    const value = lineValue(field, facts, items[index]);
    if (value === undefined) continue;
    lines++;
    if (value === NOT_GIVEN) open++;
    else if (first === undefined) first = value;
    else if (!sameId(first, value)) return BROKEN;
  }
  if (open > 0 && lines > 1) return UNKNOWN;
  return lines === 0 ? DOES_NOT_APPLY : HOLDS;
}

function offences(field: Field, facts: Facts): readonly Offence[] {
  const items = field.items(facts);
  const lines = [...(isList(items) ? items : []).entries()].flatMap(([index, item]): readonly ComparedLine[] => {
    const value = lineValue(field, facts, item);
    return value === undefined || value === NOT_GIVEN ? [] : [{ index, item, value }];
  });
  const [first, ...others] = lines;
  if (first === undefined) return [];
  let offered: ReturnType<typeof useOneForAll> | undefined;
  const fixesFor = (value: string | number) => {
    offered ??= useOneForAll(field, facts, lines, lines);
    return offered.get(String(value)) ?? [];
  };
  return others
    .filter(({ value }) => !sameId(value, first.value))
    .map(({ index, item, value }) => ({
      index,
      path: field.locate(facts, item, index),
      received: field.read(facts, item),
      words: { first: first.index + 1, expected: show(first.value, field) },
      fixes: () => [...fixesFor(first.value), ...fixesFor(value)],
    }));
}
