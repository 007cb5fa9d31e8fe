import { toPointer } from "../../document/pointer.ts";
import type { Feature, RuleFile, Toggle } from "../../generated/types.ts";
import { conditionWords } from "../../rules/condition-words.ts";
import type { ResolvedRuleSet } from "../../rules/resolve.ts";
import { otherConditions, type Surroundings } from "./conditions.ts";
import { otherEvents } from "./lifecycle.ts";
import { type Change, type Mutant, removed, replaced } from "./mutant.ts";
import { otherOverrides, otherRules } from "./rules.ts";

/**
 * All mutants of a rule file: limits off by one, keywords and conditions dropped or negated, statuses and roles added or
 * removed, toggles flipped, severities changed, guards and from-states removed or added, entered values no longer asked
 * for. What the file takes over from another one is left to the tests of that one.
 * @param set what the file resolves to
 */
export function mutantsOf(content: RuleFile, set: ResolvedRuleSet): readonly Mutant[] {
  const around: Surroundings = {
    field: (name) => set.fields[name],
    words: (condition) => conditionWords(condition, set),
  };
  const others = { states: Object.keys(set.states), roles: Object.keys(set.roles) };
  const of = <T>(
    section: string,
    entries: Readonly<Record<string, T>> | undefined,
    change: (each: T, path: string, name: string) => readonly Change[],
  ): readonly Mutant[] =>
    Object.entries(entries ?? {}).flatMap(([name, each]) =>
      change(each, toPointer([section, name]), name).map((mutant) => ({ ...mutant, entry: name })),
    );
  return [
    ...of("rules", content.rules, (rule, path) => otherRules(rule, path, around)),
    ...of("overrides", content.overrides, (override, path, id) => {
      const rule = set.rules.find((each) => each.id === id);
      return rule === undefined ? [] : otherOverrides(override, path, rule.definition, around);
    }),
    ...of("features", content.features, (feature, path) => otherFeatures(feature, path, around)),
    ...of("fields", content.fields, ({ otherwise }, path) =>
      otherwise === undefined ? [] : [removed("dropped", `${path}/otherwise`, "its other source is dropped")],
    ),
    ...of("roles", content.roles, ({ where }, path) => otherConditions(where, `${path}/where`, around)),
    ...of("lifecycle", content.lifecycle, (event, path) => otherEvents(event, path, others, around)),
  ];
}

function otherFeatures(feature: Feature | Toggle, path: string, around: Surroundings): readonly Change[] {
  if (typeof feature === "string") return [flipped(path, feature)];
  const { default: preset, where } = feature;
  return [
    flipped(`${path}/default`, preset),
    ...(where === undefined
      ? []
      : [
          removed("dropped", `${path}/where`, `the condition (${around.words(where)}) is dropped`),
          ...otherConditions(where, `${path}/where`, around),
        ]),
  ];
}

function flipped(path: string, toggle: Toggle): Change {
  const other = toggle === "on" ? "off" : "on";
  return replaced("toggle", path, `it is ${other} instead of ${toggle} where the context leaves it open`, other);
}
