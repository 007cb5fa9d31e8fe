import { compiledRules } from "../../sdk/src/ahead/testing.ts";
import type { CompiledRule } from "../../sdk/src/check/rule.ts";
import { createRuleSet, type RuleSet } from "../../sdk/src/rule-set.ts";
import type { ResolvedRuleSet } from "../../sdk/src/rules/resolve.ts";
import { type Book, bookOf } from "./naive/book.ts";

/** A rule set for both: the engine's, and the interpreter's own reading of the same rule file. */
export interface Subject {
  readonly book: Book;
  /** The engine: with quick tests that are made when it is loaded, and with those that ship, if any. */
  readonly engines: readonly RuleSet[];
  /** The engine's rules, asked one by one without any quick test. */
  readonly rules: ReadonlyMap<string, CompiledRule>;
}

/** Makes a subject. `shipped` is the engine as it ships, if it does. */
export function subjectOf(book: Book, definition: ResolvedRuleSet, shipped?: RuleSet): Subject {
  const engine = createRuleSet(definition);
  const rules = new Map(compiledRules(definition).map((rule) => [rule.id, rule]));
  return { book, engines: shipped === undefined ? [engine] : [engine, shipped], rules };
}

/** Makes a subject of a rule set that was never a file. */
export function subjectOfResolved(definition: ResolvedRuleSet): Subject {
  return subjectOf(bookOfResolved(definition), definition);
}

/** A rule set that was never a file. What it extends is put together already. */
export function bookOfResolved({ id, version, effective, features, rules, ...parts }: ResolvedRuleSet): Book {
  return bookOf({
    format: 1,
    ruleSet: id,
    version,
    effective,
    features: Object.fromEntries(Object.entries(features).map(([name, each]) => [name, each.definition])),
    fields: parts.fields,
    rules: Object.fromEntries(rules.map((rule) => [rule.id, rule.definition])),
    roles: parts.roles,
    states: parts.states,
    lifecycle: parts.lifecycle,
  });
}
