import { setOf } from "../../../sdk/src/ahead/testing.ts";
import { createRuleSet, type RuleSet } from "../../../sdk/src/rule-set.ts";
import { RuleSetError } from "../../../sdk/src/rules/rule-file.ts";
import type { Book } from "../naive/book.ts";
import { bookOfResolved } from "../subject.ts";
import { isEncodable } from "./encodable.ts";
import type { AnyRule } from "./random-rule.ts";

/** A rule set for both: as terms, and as the engine has it. */
export interface Version {
  readonly book: Book;
  readonly engine: RuleSet;
}

/** What rules are about. */
export interface Surroundings {
  readonly fields: object;
  readonly features: object;
}

/** Makes a version of the rules that loading accepts and that can be put into terms; all others are left out. */
export function versionOf({ fields, features }: Surroundings, rules: readonly AnyRule[]): Version {
  const loaded = (some: readonly AnyRule[]) =>
    setOf({ fields, features, rules: Object.fromEntries(some.map((rule, at) => [`r${at}`, rule])) });
  const fits = (rule: AnyRule): boolean => {
    try {
      const definition = loaded([rule]);
      return definition.rules.every((each) => isEncodable(bookOfResolved(definition), each.definition));
    } catch (error) {
      if (error instanceof RuleSetError || (error instanceof Error && error.message.startsWith("not a rule file")))
        return false;
      throw error;
    }
  };
  const definition = loaded(rules.filter(fits));
  return { book: bookOfResolved(definition), engine: createRuleSet(definition) };
}
