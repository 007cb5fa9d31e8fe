import { compileFeature, type Feature } from "../context/feature.ts";
import { compileFields } from "../context/field.ts";
import type { ResolvedRuleSet } from "../rules/resolve.ts";
import { compileCondition, type Names } from "./condition.ts";

/** Makes the fields and features of a rule set readable. Its names are known to exist. */
export function compileNames(set: Pick<ResolvedRuleSet, "fields" | "features">): Names {
  const fields = compileFields(set.fields);
  const features = new Map<string, Feature>();
  const names: Names = {
    field: (name) => found(fields.get(name), name),
    feature: (name) => found(features.get(name), name),
  };
  for (const [name, { definition, set: position }] of Object.entries(set.features)) {
    const where = definition.where === undefined ? undefined : compileCondition(definition.where, names);
    features.set(name, compileFeature(name, definition, position, where && ((facts) => where.ask(facts, undefined))));
  }
  return names;
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new RangeError(`the rule set does not know ${name}`);
  return value;
}
