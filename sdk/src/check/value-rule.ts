import { type Facts, isAbsent, isNoList, NOT_GIVEN } from "../context/facts.ts";
import type { Field } from "../context/field.ts";
import { fieldTypes, isTextual } from "../context/field-type.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, type Judgement, MISTYPED, UNKNOWN } from "../context/judgement.ts";
import type { Path } from "../document/pointer.ts";
import { isList, isObject } from "../document/value.ts";
import type { Finding } from "../generated/types.ts";
import type { ValueCheck } from "../keywords/keyword.ts";
import { show } from "../keywords/show.ts";
import { judgeValue, missingFor } from "./condition.ts";
import { mistypedFinding, type RuleHead, unknownFinding } from "./finding.ts";
import type { AskableRule, RuleParts } from "./rule.ts";
import { ruleFinding } from "./rule-finding.ts";

/** A rule about one field, or several of the same place: asked once, or on every line. */
export function valueRule(parts: RuleParts, fields: readonly Field[], check: ValueCheck): AskableRule {
  const { head, when } = parts;
  const [first] = fields;
  const list = first?.list;
  const judgeOne = (facts: Facts, item: unknown): Judgement => {
    if (when !== undefined) {
      const applies = when.ask(facts, item);
      if (applies === BROKEN) return DOES_NOT_APPLY;
      if (applies === UNKNOWN) return UNKNOWN;
    }
    let result: Judgement = DOES_NOT_APPLY;
    for (const field of fields) {
      const judgement = judgeValue(field.read(facts, item), field, check, facts, item);
      if (judgement > result) result = judgement;
    }
    return result;
  };
  const explainOne = (facts: Facts, item: unknown, index: number): readonly Finding[] => {
    if (when !== undefined && when.ask(facts, item) === UNKNOWN) {
      const path = fields[0]?.locate(facts, item, index) ?? [];
      return [unknownFinding(head, { index, path, missing: when.missing(facts, item) })];
    }
    if (first !== undefined && fields.length === 1) return explainField(parts, first, check, facts, item, index);
    return fields.flatMap((field) => explainField(parts, field, check, facts, item, index));
  };
  if (list === undefined) {
    return {
      ...head,
      judge: (facts) => judgeOne(facts, undefined),
      findings: (facts) => (judgeOne(facts, undefined) > HOLDS ? explainOne(facts, undefined, -1) : []),
    };
  }
  const itemsOf = (facts: Facts): unknown => first?.items(facts);
  // What stands in place of a line of the surroundings leaves its facts open; only the PCCO can have a wrong line.
  const isLine = (item: unknown): boolean => isObject(item) || first?.place !== "document";
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
    findings: (facts) => {
      const items = itemsOf(facts);
      if (!isList(items)) return explainNoList(head, items, first, facts);
      check.begin?.(facts);
      const found: Finding[] = [];
      try {
        for (let index = 0; index < items.length; index++) {
          const item = items[index];
          if (!isLine(item)) found.push(wrongLine(list, index, item));
          else if (judgeOne(facts, item) > HOLDS) found.push(...explainOne(facts, item, index));
        }
      } finally {
        check.end?.();
      }
      return unknownOnce(head, first?.place === "document" ? list : (first?.locate(facts, undefined, -1) ?? []), found);
    },
  };
}

function wrongLine(list: Path, index: number, item: unknown): Finding {
  const wanted = { label: `Line ${index + 1}`, noun: "a group of fields", textual: false, isCut: false };
  return mistypedFinding([...list, index], wanted, item);
}

/** What a rule about lines says when there is no list of them. A list of the context may still be given. */
export function judgeNoList(items: unknown, field: Field | undefined): Judgement {
  if (isNoList(items)) return DOES_NOT_APPLY;
  return field?.place === "document" ? MISTYPED : UNKNOWN;
}

/** The finding about what stands in place of a list, if any. */
export function explainNoList(
  head: RuleHead,
  items: unknown,
  field: Field | undefined,
  facts: Facts,
): readonly Finding[] {
  const judgement = judgeNoList(items, field);
  if (field === undefined || judgement <= HOLDS) return [];
  const path = field.list ?? [];
  if (judgement === UNKNOWN)
    return [unknownFinding(head, { index: -1, path: [], missing: [field.missing(facts, undefined)] })];
  return [mistypedFinding(path, { label: path.join("."), noun: "a list", textual: false, isCut: false }, items)];
}

/** What is unknown on several lines is told once, of them all: the missing fact is the same one. */
function unknownOnce(head: RuleHead, path: Path, findings: readonly Finding[]): readonly Finding[] {
  const unknown = findings.filter(isMissing);
  if (unknown.length < 2) return findings;
  const missing = unknown.flatMap((finding) => finding.missing ?? []);
  return [...findings.filter((finding) => !isMissing(finding)), unknownFinding(head, { index: -1, path, missing })];
}

/** Whether a finding says that a fact is not given at all, rather than given wrongly. */
function isMissing({ state, received }: Finding): boolean {
  return state === "unknown" && received === undefined;
}

/** Findings for one field at one place. */
function explainField(
  { head, message, words }: RuleParts,
  field: Field,
  check: ValueCheck,
  facts: Facts,
  item: unknown,
  index: number,
): readonly Finding[] {
  const value = field.read(facts, item);
  const judgement = judgeValue(value, field, check, facts, item);
  if (judgement <= HOLDS) return [];
  const path = field.locate(facts, item, index);
  if (judgement === MISTYPED) {
    const lead = index < 0 ? "" : `Line ${index + 1}: `;
    const wanted = {
      label: lead + field.label,
      noun: fieldTypes[field.type].noun,
      textual: isTextual(field.type),
      isCut: isCut(item ?? facts.document),
    };
    return [mistypedFinding(path, wanted, value, facts.sourceOf?.(path))];
  }
  if (judgement === UNKNOWN) {
    if (value === NOT_GIVEN) return [unknownFinding(head, { index, path, missing: [field.missing(facts, item)] })];
    const missing = missingFor(value, field, check, facts, item);
    if (field.is(value)) return [unknownFinding(head, { index, path, missing })];
    const wrong = { expected: fieldTypes[field.type].noun, received: value, label: field.label };
    return [unknownFinding(head, { index, path, missing, wrong })];
  }
  return [
    ruleFinding(head, {
      message,
      index,
      path,
      received: value,
      tell: () => ({
        words: {
          label: field.label,
          value: isAbsent(value) ? "missing" : show(value, field),
          ...words,
          ...check.words(value, facts, item),
        },
        expected: check.expected(facts, item),
        fixes: check.fixes({ field, value, path, facts, item, index }),
      }),
    }),
  ];
}

/** Whether a number beside it looks like the rest of a value that YAML cut at a comma: `{ amount: 1,000.00 }`. */
function isCut(around: unknown): boolean {
  return isObject(around) && Object.keys(around).some((key) => /^[0-9][0-9.,]*$/.test(key));
}
