import { type Facts, NOT_GIVEN } from "../context/facts.ts";
import type { Field } from "../context/field.ts";
import { sameId } from "../context/ids.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, type Judgement, UNKNOWN } from "../context/judgement.ts";
import { toPointer } from "../document/pointer.ts";
import { isList } from "../document/value.ts";
import type { Fix } from "../generated/types.ts";
import { areDistinctOrSame } from "./column.ts";
import type { Keyword, Offence } from "./keyword.ts";
import { lineValue, shortList, standsBefore } from "./lines.ts";
import { missingIn } from "./missing-in.ts";
import { show } from "./show.ts";

/** Most values for which a fix is offered, so that the findings of a long list stay small. */
const mostOffered = 5;

/** `distinctOrSame: true`: each line has a value of its own, or all have the same. Lines without a value take no part. */
export const distinctOrSame: Keyword = {
  name: "distinctOrSame",
  summary: "Each line must have a value of its own, or all the same one; lines without a value take no part.",
  schema: { const: true },
  on: ["text", "id", "choice"],
  message:
    "{label} {value} stands on line {first} too, while other lines have others: give each line its own, or all the same.",
  words: ["first", "others"],
  emit: () => undefined,
  emitLines: (_settings, columns) => `if (!areDistinctOrSame(${columns})) return false;`,
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
  const seen = items.length > shortList ? new Set<string>() : undefined;
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
    if (seen === undefined ? standsBefore(field, facts, items, index, value) : seen.has(String(value))) repeats++;
    seen?.add(String(value));
  }
  if (repeats > 0 && changes > 0) return BROKEN;
  if (open > 0 && lines > 2) return UNKNOWN;
  return lines === 0 ? DOES_NOT_APPLY : HOLDS;
}

interface Line {
  readonly index: number;
  readonly item: unknown;
  readonly value: string | number;
}

/** The lines whose value another line before them has. Only called when the check is broken. */
function offences(field: Field, facts: Facts): readonly Offence[] {
  const items = field.items(facts);
  const lines = [...(isList(items) ? items : []).entries()].flatMap(([index, item]): readonly Line[] => {
    const value = lineValue(field, facts, item);
    return value === undefined || value === NOT_GIVEN ? [] : [{ index, item, value }];
  });
  const firstOf = new Map<string, Line>();
  const repeats = lines.filter((line) => {
    const isFirst = !firstOf.has(String(line.value));
    if (isFirst) firstOf.set(String(line.value), line);
    return !isFirst;
  });
  const fixes = fixesByValue(field, facts, lines, repeats);
  return repeats.map(({ index, item, value }) => ({
    index,
    path: field.locate(facts, item, index),
    received: field.read(facts, item),
    words: { first: (firstOf.get(String(value))?.index ?? index) + 1, others: firstOf.size - 1 },
    fixes: fixes.get(String(value)) ?? [],
  }));
}

/** One fix for each value that stands on several lines; of very many such values, for the first few. */
function fixesByValue(
  field: Field,
  facts: Facts,
  lines: readonly Line[],
  repeats: readonly Line[],
): ReadonlyMap<string, readonly Fix[]> {
  const fixes = new Map<string, readonly Fix[]>();
  if (!lines.every(({ item }) => field.isWritable(facts, item))) return fixes;
  for (const { item, value } of repeats) {
    if (fixes.size === mostOffered) break;
    if (!fixes.has(String(value)))
      fixes.set(String(value), useOneForAll(field, facts, lines, value, field.read(facts, item)));
  }
  return fixes;
}

function useOneForAll(
  field: Field,
  facts: Facts,
  lines: readonly Line[],
  value: string | number,
  written: unknown,
): readonly Fix[] {
  const edits = lines
    .filter((line) => !sameId(line.value, value))
    .map(({ index, item }) => ({
      op: "replace" as const,
      path: toPointer(field.locate(facts, item, index)),
      value: written,
    }));
  return [{ title: `Use ${show(written, field)} as ${field.label} on all lines`, kind: "choice", edits }];
}
