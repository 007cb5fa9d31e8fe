import type { Finding, RuleTestCase, RuleTestFile } from "../generated/types.ts";
import type { TransitionResult } from "../lifecycle/transition.ts";
import type { RuleSet } from "../rule-set.ts";
import type { CaseExpectation } from "./cases.ts";
import { type Difference, differencesOf, type Observed } from "./differences.ts";
import { type Given, givenTo } from "./given.ts";

/** What came of one case of a rule test file. */
export interface CaseResult {
  readonly passed: boolean;
  /** Every difference as a sentence, a line each; empty when passed. */
  readonly message: string;
  readonly differences: readonly Difference[];
  /** What the case expects, and what came of that: the parts that the case speaks of. Lists are sorted. */
  readonly expected: CaseExpectation;
  readonly actual: CaseExpectation;
}

/**
 * Runs one case of a rule test file: checks its document, lets its event happen, and compares. A case that can't be run,
 * because what it names is not there, has not passed.
 * @param file the file it stands in, whose names are known to exist (`readRuleTest`)
 */
export function runCase(rules: RuleSet, file: RuleTestFile, each: RuleTestCase): CaseResult {
  try {
    return runGiven(rules, givenTo(file, each), each, file.at);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = `This case can't be run: ${error.message}.`;
    const differences = [{ kind: "missing", message }] as const;
    return { passed: false, message, differences, expected: expectationOf(each), actual: {} };
  }
}

/**
 * Runs a case whose document and context are at hand.
 * @param at when its event happens
 * @throws {RangeError} when the rule set does not have its event
 */
export function runGiven(rules: RuleSet, given: Given, each: RuleTestCase, at: string | undefined): CaseResult {
  const expected = expectationOf(each);
  const observed = observe(rules, given, each, at);
  const differences = differencesOf(rules, each.event ?? "send", expected, observed);
  return {
    passed: differences.length === 0,
    message: differences.map(({ message }) => message).join("\n"),
    differences,
    expected,
    actual: Object.fromEntries(
      Object.entries(observed.actual).filter(([key]) => key === "moves" || Object.hasOwn(expected, key)),
    ),
  };
}

/** Checks a document, and lets an event happen when the case speaks of that. */
export function observe(
  rules: RuleSet,
  { document, context }: Given,
  { event = "send", input, moves }: Pick<RuleTestCase, "event" | "input" | "moves">,
  at: string | undefined,
): Observed<CaseExpectation> {
  const given = { ...(at === undefined ? {} : { at }), ...(input === undefined ? {} : { input }) };
  const { outcome, findings } = rules.check(document, context, { event, ...given });
  const idsOf = (state: Finding["state"]): readonly string[] =>
    sorted(findings.filter((found) => found.state === state).map(({ ruleId }) => ruleId));
  const moved = moves === undefined ? undefined : rules.transition(document, event, { at: "", ...given, context });
  const actual = {
    outcome,
    broken: idsOf("broken"),
    unknown: idsOf("unknown"),
    ...(moved === undefined ? {} : movesOf(moved, rules)),
  };
  return { actual, findings, moved };
}

function expectationOf({ outcome, broken, unknown, moves, reasons }: RuleTestCase): CaseExpectation {
  return {
    ...(outcome === undefined ? {} : { outcome }),
    ...(broken === undefined ? {} : { broken: sorted(broken) }),
    ...(unknown === undefined ? {} : { unknown: sorted(unknown) }),
    ...(moves === undefined ? {} : { moves }),
    ...(reasons === undefined ? {} : { reasons: sorted(reasons) }),
  };
}

function movesOf(moved: TransitionResult, rules: RuleSet): CaseExpectation {
  if (moved.ok) return { moves: rules.statusOf(moved.document) };
  return { moves: "refused", reasons: sorted(moved.reasons.map(({ kind }) => kind)) };
}

function sorted<T extends string>(values: readonly T[]): T[] {
  return [...new Set(values)].sort();
}
