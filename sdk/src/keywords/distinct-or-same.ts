import { type Facts, NOT_GIVEN } from "../context/facts.ts";
import type { Field } from "../context/field.ts";
import { sameId } from "../context/ids.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, type Judgement, UNKNOWN } from "../context/judgement.ts";
import { isList } from "../document/value.ts";
import { areDistinctOrSame } from "./column.ts";
import { type ComparedLine, useOneForAll } from "./fix.ts";
import type { Keyword, Offence } from "./keyword.ts";
import { lineValue } from "./lines.ts";
import { missingIn } from "./missing-in.ts";

const few = 16;

/** `distinctOrSame: true`: each line has a value of its own, or all have the same. Lines without a value take no part. */
export const distinctOrSame: Keyword = {
  name: "distinctOrSame",
  summary: "Each line must have a value of its own, or all the same one; lines without a value take no part.",
  schema: { const: true },
  on: ["text", "id", "choice"],
  message:
    "{label} {value} stands on line {first} too, while other lines have others: give each line its own, or all the same.",
  words: ["first", "others"],
  comparesLines: true,
  boundaries: ({ distinctOrSame: wanted }) => (wanted === undefined ? [] : [{ kind: "lines", fewest: 3 }]),
  compile: ({ distinctOrSame: wanted }, { fields: [field] }) => {
    if (wanted === undefined || field === undefined) return undefined;
    return {
      subject: "list",
      expected: "a value of its own on each line, or the same on all",
      missing: (facts) => missingIn([field], facts),
      judge: (facts) => judge(field, facts),
      holds: areDistinctOrSame,
      offences: (facts) => offences(field, facts),
    };
  },
};

/** Three lines are needed to break it, and what is not known can't mend what is broken. */
function judge(field: Field, facts: Facts): Judgement {
  const items = field.items(facts);
  if (!isList(items)) return items === NOT_GIVEN ? UNKNOWN : DOES_NOT_APPLY;
  const seen = new Set<string>();
  let [lines, open, repeats, changes] = [0, 0, 0, 0];
  let first: string | number | undefined;
  for (let index = 0; index < items.length; index++) {
    const value = lineValue(field, facts, items[index]);
    if (value === undefined) continue;
    lines++;
    if (value === NOT_GIVEN) {
      open++;
      continue;
    }
    if (first === undefined) first = value;
    else if (!sameId(first, value)) changes++;
    if (seen.has(String(value))) repeats++;
    else seen.add(String(value));
  }
  if (repeats > 0 && changes > 0) return BROKEN;
  if (open > 0 && lines > 2) return UNKNOWN;
  return lines === 0 ? DOES_NOT_APPLY : HOLDS;
}

/** A line whose value another line before it has. */
interface Repeat extends ComparedLine {
  /** Position of the first line that has it. */
  readonly first: number;
}

/** The lines whose value another line before them has, while other lines have others. */
function offences(field: Field, facts: Facts): readonly Offence[] {
  const firsts = new Map<string, number>();
  const repeats: Repeat[] = [];
  const items = itemsOf(field, facts);
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    const value = lineValue(field, facts, item);
    if (value === undefined || value === NOT_GIVEN) continue;
    const first = firsts.get(String(value));
    if (first === undefined) firsts.set(String(value), index);
    else repeats.push({ index, item, value, first });
  }
  if (firsts.size < 2) return [];
  let offered: ReturnType<typeof useOneForAll> | undefined;
  const fixesFor = (value: string | number) => {
    offered ??= useOneForAll(field, facts, comparedLines(field, facts), repeats);
    return offered.get(String(value)) ?? [];
  };
  return repeats.map(({ index, item, value, first }) => ({
    index,
    path: field.locate(facts, item, index),
    received: field.read(facts, item),
    words: { first: first + 1, others: firsts.size - 1 },
    // Of many findings, what is offered is worked out once for less than it takes to keep it for later.
    fixes: repeats.length > few ? fixesFor(value) : () => fixesFor(value),
  }));
}

/** The lines that have a value that can be told. */
function comparedLines(field: Field, facts: Facts): readonly ComparedLine[] {
  return [...itemsOf(field, facts).entries()].flatMap(([index, item]): readonly ComparedLine[] => {
    const value = lineValue(field, facts, item);
    return value === undefined || value === NOT_GIVEN ? [] : [{ index, item, value }];
  });
}

function itemsOf(field: Field, facts: Facts): readonly unknown[] {
  const items = field.items(facts);
  return isList(items) ? items : [];
}
