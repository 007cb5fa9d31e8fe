import { compileFeature, type Feature } from "../context/feature.ts";
import { fieldsWhenAsked } from "../context/field.ts";
import type { ResolvedRuleSet } from "../rules/resolve.ts";
import { compileCondition, type Names } from "./condition.ts";

/** Makes the fields and features of a rule set readable, each when it is first asked for. Its names are known to exist. */
export function compileNames(set: Pick<ResolvedRuleSet, "fields" | "features">): Names {
  const features = new Map<string, Feature>();
  const names: Names = {
    field: fieldsWhenAsked(set.fields),
    feature: (name) => {
      const known = features.get(name);
      if (known !== undefined) return known;
      const entry = set.features[name];
      if (entry === undefined) throw new RangeError(`the rule set does not know ${name}`);
      const { definition, set: position } = entry;
      const where = definition.where === undefined ? undefined : compileCondition(definition.where, names);
      const feature = compileFeature(name, definition, position, where && ((facts) => where.ask(facts, undefined)));
      features.set(name, feature);
      return feature;
    },
  };
  return names;
}
