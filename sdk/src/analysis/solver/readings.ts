import { compileCheck, type Names } from "../../check/condition.ts";
import type { Facts } from "../../context/facts.ts";
import type { Field } from "../../context/field.ts";
import type { CheckKeywords, Condition } from "../../generated/types.ts";
import type { Boundary } from "../../keywords/boundary.ts";
import { keywords } from "../../keywords/index.ts";
import type { Check } from "../../keywords/keyword.ts";
import type { ResolvedRuleSet } from "../../rules/resolve.ts";
import { fieldsOf, partsOf } from "./reads.ts";

/** One way in which a rule set looks at a field. */
export interface Reading {
  readonly field: Field;
  readonly boundaries: readonly Boundary[];
  /** What it says of a value that is of the field's type; `undefined` when that depends on other fields. */
  readonly judge: ((value: unknown) => unknown) | undefined;
}

const nowhere: Facts = { document: {}, context: {}, input: {} };

/** Every way in which a rule set looks at its fields: rules that are not off, toggles, roles and guards. */
export function readingsOf(set: ResolvedRuleSet, names: Names): readonly Reading[] {
  const read = (settings: CheckKeywords, fields: readonly string[]): readonly Reading[] => {
    const target = { fields: fields.map(names.field), feature: undefined, field: names.field };
    const boundaries = keywords.flatMap((keyword) => keyword.boundaries(settings, target));
    const check = compileCheck(settings, target);
    const mentioned = keywords.flatMap((keyword) => keyword.mentions?.(settings) ?? []);
    return [
      ...target.fields.map((field) => ({ field, boundaries, judge: judgeAlone(check, boundaries) })),
      ...mentioned.map(({ field }) => ({ field: names.field(field), boundaries: [], judge: undefined })),
    ];
  };
  const readCondition = (condition: Condition | undefined): readonly Reading[] => {
    if (condition === undefined) return [];
    const own = condition.field === undefined ? [] : read(condition, [condition.field]);
    return [...own, ...partsOf(condition).flatMap(readCondition)];
  };
  const rules = set.rules.filter(({ definition }) => definition.severity !== "off");
  const found = [
    ...rules.flatMap(({ definition }) => [
      ...(definition.feature === undefined ? read(definition, fieldsOf(definition)) : []),
      ...readCondition(definition.when),
    ]),
    ...Object.values(set.features).flatMap(({ definition }) => readCondition(definition.where)),
    ...Object.values(set.roles).flatMap(({ where }) => readCondition(where)),
    ...Object.values(set.lifecycle).flatMap(({ guards = [] }) => guards.flatMap(({ when }) => readCondition(when))),
  ];
  const lookedUp = namesBehind(
    found.map(({ field }) => field.name),
    set,
  );
  return [...found, ...lookedUp.map((name) => ({ field: names.field(name), boundaries: [], judge: undefined }))];
}

/** The fields from which others take their values, or by which they look them up. */
function namesBehind(names: readonly string[], { fields }: ResolvedRuleSet): readonly string[] {
  const behind = new Set<string>();
  const follow = (name: string): void => {
    const { field, matching = {} } = fields[name]?.otherwise ?? {};
    for (const next of [...(field === undefined ? [] : [field]), ...Object.values(matching)]) {
      if (behind.has(next)) continue;
      behind.add(next);
      follow(next);
    }
  };
  for (const name of names) follow(name);
  return [...behind];
}

/** What a check says of a value by itself; `undefined` when that depends on other fields, too. */
function judgeAlone(check: Check, boundaries: readonly Boundary[]): Reading["judge"] {
  if (check.subject !== "value" || boundaries.some(({ kind }) => related.has(kind))) return undefined;
  return (value) => check.test(value, nowhere, undefined);
}

const related = new Set<Boundary["kind"]>(["same", "order", "sum", "lines"]);
