import { type Facts, isNoList } from "../context/facts.ts";
import type { Field } from "../context/field.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, type Judgement, MISTYPED, UNKNOWN } from "../context/judgement.ts";
import { toPointer } from "../document/pointer.ts";
import { isList, isObject } from "../document/value.ts";
import type { Finding } from "../generated/types.ts";
import type { ValueCheck } from "../keywords/keyword.ts";
import { judgeValue } from "./condition.ts";
import { type Gap, mistypedFinding, type RuleHead, unknownFinding } from "./finding.ts";
import type { AskableRule, RuleParts } from "./rule.ts";
import { compileLook } from "./value-look.ts";

/** Of more lines than this all values are read at once: quicker where they are taken from a list of the context. */
const few = 16;

/** A rule about one field, or several of the same place: asked once, or on every line. */
export function valueRule(parts: RuleParts, fields: readonly Field[], check: ValueCheck): AskableRule {
  const { head, when } = parts;
  const [first] = fields;
  const list = first?.list;
  const judgeOne = (facts: Facts, item: unknown): Judgement => {
    const applies = when.ask(facts, item);
    if (applies === BROKEN) return DOES_NOT_APPLY;
    if (applies === UNKNOWN) return UNKNOWN;
    let result: Judgement = DOES_NOT_APPLY;
    for (const field of fields) {
      const judgement = judgeValue(field.read(facts, item), field, check, facts, item);
      if (judgement > result) result = judgement;
    }
    return result;
  };
  const looks = fields.map((field) => compileLook(parts, field, check));
  const gapOf = (facts: Facts, item: unknown, index: number): Gap => ({
    index,
    path: first?.locate(facts, item, index) ?? "",
    missing: when.missing(facts, item),
  });
  if (list === undefined) {
    return {
      ...head,
      judge: (facts) => judgeOne(facts, undefined),
      find: (facts, found) => {
        const applies = when.ask(facts, undefined);
        if (applies === BROKEN) return;
        if (applies === UNKNOWN) {
          found.push(unknownFinding(head, gapOf(facts, undefined, -1)));
          return;
        }
        for (let at = 0; at < looks.length; at++) {
          const gap = looks[at]?.(fields[at]?.read(facts, undefined), facts, undefined, -1, found);
          if (gap !== undefined) found.push(unknownFinding(head, gap));
        }
      },
    };
  }
  const itemsOf = (facts: Facts): unknown => first?.items(facts);
  // What stands in place of a line of the surroundings leaves its facts open; only the PCCO can have a wrong line.
  const isLine = (item: unknown): boolean => isObject(item) || first?.place !== "document";
  const listPath = toPointer(list);
  return {
    ...head,
    judge: (facts) => {
      const items = itemsOf(facts);
      if (!isList(items)) return judgeNoList(items, first);
      let result: Judgement = DOES_NOT_APPLY;
      for (let index = 0; index < items.length && result !== BROKEN; index++) {
        const item = items[index];
        const judgement = isLine(item) ? judgeOne(facts, item) : MISTYPED;
        if (judgement > result) result = judgement;
      }
      return result;
    },
    find: (facts, found) => {
      const items = itemsOf(facts);
      if (!isList(items)) {
        findNoList(head, items, first, facts, found);
        return;
      }
      // A condition that looks at no line is asked once for all of them.
      const gate = when.perLine ? undefined : when.ask(facts, undefined);
      const columns = items.length > few ? fields.map((field) => columnOf(field, facts, items)) : [];
      const gaps: Gap[] = [];
      let gapAt = 0;
      check.begin?.(facts);
      try {
        for (let index = 0; index < items.length; index++) {
          const item = items[index];
          if (!isLine(item)) {
            found.push(wrongLine(listPath, index, item));
            continue;
          }
          const applies = gate ?? when.ask(facts, item);
          // What a condition lacks that looks at no line is the same on all further lines.
          if (applies === BROKEN || (gate === UNKNOWN && gaps.length > 1)) continue;
          for (let at = 0; at < fields.length; at++) {
            const column = columns[at];
            const value = column === undefined ? fields[at]?.read(facts, item) : column[index];
            const isOpen = applies === UNKNOWN;
            const gap = isOpen ? gapOf(facts, item, index) : looks[at]?.(value, facts, item, index, found);
            if (gap !== undefined && gaps.push(gap) === 1) gapAt = found.length;
            if (isOpen) break;
          }
        }
      } finally {
        check.end?.();
      }
      const [gap] = gaps;
      if (gap === undefined) return;
      // What is unknown on several lines is told once, of them all: the missing fact is the same one.
      if (gaps.length === 1) found.splice(gapAt, 0, unknownFinding(head, gap));
      else
        found.push(
          unknownFinding(head, {
            index: -1,
            path: first?.place === "document" ? listPath : (first?.locate(facts, undefined, -1) ?? ""),
            missing: gaps.flatMap(({ missing }) => missing),
          }),
        );
    },
  };
}

function columnOf(field: Field, facts: Facts, items: readonly unknown[]): readonly unknown[] {
  const values: unknown[] = [];
  field.readColumn(facts, items, values, items.length);
  return values;
}

function wrongLine(list: string, index: number, item: unknown): Finding {
  const wanted = { label: `Line ${index + 1}`, noun: "a group of fields", textual: false, around: undefined };
  return mistypedFinding(`${list}/${index}`, wanted, item);
}

/** What a rule about lines says when there is no list of them. A list of the context may still be given. */
export function judgeNoList(items: unknown, field: Field | undefined): Judgement {
  if (isNoList(items)) return DOES_NOT_APPLY;
  return field?.place === "document" ? MISTYPED : UNKNOWN;
}

/** Adds the finding about what stands in place of a list, if any. */
export function findNoList(
  head: RuleHead,
  items: unknown,
  field: Field | undefined,
  facts: Facts,
  found: Finding[],
): void {
  const judgement = judgeNoList(items, field);
  if (field === undefined || judgement <= HOLDS) return;
  if (judgement === UNKNOWN) {
    found.push(unknownFinding(head, { index: -1, path: "", missing: [field.missing(facts, undefined)] }));
    return;
  }
  const path = field.list ?? [];
  const wanted = { label: path.join("."), noun: "a list", textual: false, around: undefined };
  found.push(mistypedFinding(toPointer(path), wanted, items));
}
