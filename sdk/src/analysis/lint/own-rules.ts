import type { RulePlace } from "../../generated/types.ts";
import type { RuleSet } from "../../rule-set.ts";
import type { ResolvedRule } from "../../rules/resolve.ts";
import type { RuleFileSource } from "../../rules/rule-file.ts";

/** A rule file with its rule set, and what of it stands in the file itself. */
export interface OwnRules {
  readonly rules: RuleSet;
  readonly source: RuleFileSource;
  /** The rules that are on, in order. */
  readonly active: readonly ResolvedRule[];
  /** Whether a rule stands in this file, itself or as an override. */
  isOwn(rule: ResolvedRule): boolean;
  /** Whether an entry of a section stands in this file. */
  owns(section: "features" | "lifecycle" | "roles" | "states", name: string): boolean;
  /** The place of an entry of this file. */
  placeAt(path: string): RulePlace;
}

/** @param rules the rule set of `source` */
export function ownRules(rules: RuleSet, source: RuleFileSource): OwnRules {
  return {
    rules,
    source,
    active: rules.definition.rules.filter(({ definition }) => definition.severity !== "off"),
    isOwn: ({ place }) => place.file === source.file,
    owns: (section, name) => Object.hasOwn(source.content[section] ?? {}, name),
    placeAt: (path) => {
      const range = source.rangeOf(path);
      return { file: source.file, path, ...(range === undefined ? {} : { range }) };
    },
  };
}
