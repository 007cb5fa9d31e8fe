import { literal } from "../keywords/literal.ts";
import type { ResolvedRule, ResolvedRuleSet } from "../rules/resolve.ts";
import { emitCleanTest } from "./emit.ts";
import * as support from "./support.ts";

/** The quick tests of a rule set as source text. */
export interface EmittedTests {
  /** A list of `AheadTest`s, as an expression. */
  readonly source: string;
  /** What the tests call, by the names `support.ts` exports it under, in the order of the alphabet. */
  readonly calls: readonly string[];
}

/**
 * Writes the quick tests of a rule set.
 * @param groups the rules that are asked together
 */
export function emitTests(set: ResolvedRuleSet, groups: readonly (readonly ResolvedRule[])[]): EmittedTests {
  const tests = groups.map((rules) => {
    const { source, rest } = emitCleanTest(set, rules);
    return `{\nrules: ${list(rules.map(({ id }) => id))},\nrest: ${list(rest)},\n...${source},\n},\n`;
  });
  const source = `[\n${tests.join("")}]`;
  const words = new Set(source.match(/\b[A-Za-z_]\w*\b/g));
  const calls = Object.keys(support).filter((name) => words.has(name));
  return { source, calls: calls.sort() };
}

function list(words: readonly string[]): string {
  return `[${words.map(literal).join(", ")}]`;
}
