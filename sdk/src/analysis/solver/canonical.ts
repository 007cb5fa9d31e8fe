import type { CheckKeywords, Condition, Rule } from "../../generated/types.ts";
import { keywords } from "../../keywords/index.ts";
import type { ResolvedRuleSet } from "../../rules/resolve.ts";
import { fieldsOf } from "./reads.ts";

/** Writes parts of a rule set so that two that always judge alike, but for names and wording, read the same. */
export interface Canonical {
  field(name: string): string;
  feature(name: string): string;
  condition(condition: Condition): string;
  /** A rule without its severity and stage. */
  rule(rule: Rule): string;
}

/** Prepares to write the parts of a rule set; its names are known to exist. */
export function canonicalOf(set: ResolvedRuleSet): Canonical {
  const field = (name: string): string => {
    const { in: place = "document", path, type, otherwise } = set.fields[name] ?? { path: name, type: "?" };
    const behind =
      otherwise === undefined
        ? []
        : [
            otherwise.field === undefined ? "" : field(otherwise.field),
            otherwise.from,
            Object.entries(otherwise.matching ?? {}).map(([key, by]) => [key, field(by)]),
            otherwise.take,
          ];
    return JSON.stringify([place, path, type, ...behind]);
  };
  const settingsOf = (settings: CheckKeywords): readonly unknown[] =>
    keywords.flatMap((keyword) =>
      settings[keyword.name] === undefined
        ? []
        : [
            keyword.name,
            settings[keyword.name],
            ...(keyword.mentions?.(settings) ?? []).map((each) => field(each.field)),
          ],
    );
  const feature = (name: string): string => {
    const { definition, set: position } = set.features[name] ?? { definition: undefined, set: undefined };
    const where = definition?.where === undefined ? undefined : condition(definition.where);
    // Where a position is set, the default counts for nothing.
    return JSON.stringify([name, position ?? `${definition?.default} by default`, where]);
  };
  const condition = ({ all, any, not, field: name, feature: toggle, ...settings }: Condition): string =>
    JSON.stringify([
      all?.map(condition),
      any?.map(condition),
      not === undefined ? undefined : condition(not),
      name === undefined ? undefined : field(name),
      toggle === undefined ? undefined : feature(toggle),
      settingsOf(settings),
    ]);
  return {
    field,
    feature,
    condition,
    rule: (rule) =>
      JSON.stringify([
        fieldsOf(rule).map(field),
        rule.feature === undefined ? undefined : feature(rule.feature),
        settingsOf(rule),
        rule.when === undefined ? undefined : condition(rule.when),
      ]),
  };
}
