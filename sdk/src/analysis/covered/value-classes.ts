import type { Names } from "../../check/condition.ts";
import { type Facts, isAbsent, NOT_GIVEN } from "../../context/facts.ts";
import type { Field } from "../../context/field.ts";
import { isList } from "../../document/value.ts";
import { validateContext } from "../../generated/context-validator.js";
import type { CheckKeywords, Condition, Rule } from "../../generated/types.ts";
import type { Boundary } from "../../keywords/boundary.ts";
import { keywords } from "../../keywords/index.ts";
import type { ResolvedRuleSet } from "../../rules/resolve.ts";
import { listSlot, valueSlot } from "../solver/slot.ts";
import { worldOf } from "../solver/world.ts";
import { classesOf } from "./classes.ts";

/** A class of values that a rule tells from others. */
export interface ValueClass {
  readonly name: string;
  /** The key of the rule that tells it apart: its check keyword, or `when`. */
  readonly key: string;
  /** Whether the rule meets a value of the class. */
  isIn(facts: Facts): boolean;
}

/** The classes of the values that the check keyword of a rule tells apart, and those of its condition. */
export function valueClasses(rule: Rule, set: ResolvedRuleSet, names: Names): readonly ValueClass[] {
  const fields = (rule.fields ?? (rule.field === undefined ? [] : [rule.field])).map(names.field);
  return [
    ...fields.flatMap((field) => ofSettings(rule, field, names, fields.length > 1 ? `${field.label}: ` : "")),
    ...(rule.when === undefined ? [] : ofCondition(rule.when, set, names)),
  ];
}

function ofCondition(condition: Condition, set: ResolvedRuleSet, names: Names): readonly ValueClass[] {
  const { all = [], any = [], not, field, feature } = condition;
  if (feature !== undefined) {
    const { read, title } = names.feature(feature);
    return (["on", "off"] as const).map((position) => ({
      name: `${title} ${position}`,
      key: "when",
      isIn: (facts) => read(facts) === position,
    }));
  }
  if (field !== undefined) {
    const asked = names.field(field);
    return ofSettings(condition, asked, names, `${asked.label}: `).map((each) => ({ ...each, key: "when" }));
  }
  return [...all, ...any, ...(not === undefined ? [] : [not])].flatMap((part) => ofCondition(part, set, names));
}

function ofSettings(settings: CheckKeywords, field: Field, names: Names, prefix: string): readonly ValueClass[] {
  const used = keywords.find(({ name }) => settings[name] !== undefined);
  if (used === undefined) return [];
  const target = { fields: [field], feature: undefined, field: names.field };
  // For these two whether there is a value is all there is to say.
  const isLeftOut = used.name === "required" || used.name === "absent" || !canBeMissing(field);
  const boundaries: readonly Boundary[] = used.boundaries(settings, target);
  const classes = boundaries.flatMap((boundary) => classesOf(boundary, used.name));
  return [
    ...classes.map(({ name, has }) => ({
      name: `${prefix}${name}`,
      key: used.name,
      isIn: (facts: Facts) => valuesOf(field, facts).some((value) => isValue(value) && field.is(value) && has(value)),
    })),
    ...(isLeftOut
      ? []
      : [
          {
            name: `${prefix}no value`,
            key: used.name,
            isIn: (facts: Facts) => valuesOf(field, facts).some(isAbsent),
          },
        ]),
  ];
}

/** Whether a value can be known to be missing: contexts have a shape, PCCOs may hold anything. */
function canBeMissing({ place, list, steps }: Field): boolean {
  if (place !== "context") return true;
  const path = list?.join(".");
  const around = path === undefined ? [] : [{ slot: listSlot(place, path), line: undefined, value: 1 }];
  return validateContext(worldOf([...around, { slot: valueSlot(place, path, steps), line: 0, value: null }]).context);
}

function isValue(value: unknown): boolean {
  return value !== NOT_GIVEN && !isAbsent(value);
}

function valuesOf(field: Field, facts: Facts): readonly unknown[] {
  if (field.list === undefined) return [field.read(facts, undefined)];
  const items = field.items(facts);
  return isList(items) ? items.map((item) => field.read(facts, item)) : [];
}
