import type { RuleSet } from "../../rule-set.ts";
import type { TestCase } from "../cases.ts";
import type { Given } from "../given.ts";
import { runGiven } from "../run-case.ts";
import type { CaseRun } from "../run-tests.ts";
import type { Mutant } from "./mutant.ts";

/** A case that passes, and what it is about. */
export interface PassingCase {
  readonly test: TestCase;
  readonly given: Given;
}

/** The cases that can tell a rule set from its mutants: those that pass. */
export function passingCases(runs: readonly CaseRun[]): readonly PassingCase[] {
  return runs.flatMap(({ test, given, result }) => (result.passed && given !== undefined ? [{ test, given }] : []));
}

/**
 * Whether a case no longer passes once a rule file is changed. Those that speak of what is changed are asked first.
 * @param changed what the mutant resolves to
 */
export function isKilled(
  mutant: Mutant,
  changed: RuleSet,
  cases: readonly PassingCase[],
  at: string | undefined,
): boolean {
  const [first, second]: [PassingCase[], PassingCase[]] = [[], []];
  for (const each of cases) {
    if (canTell(mutant, each)) (speaksOf(mutant, each) ? first : second).push(each);
  }
  return [...first, ...second].some(({ test, given }) => !runGiven(changed, given, test, at).passed);
}

/** Whether a case could notice: only its own event tells of an event, and only a move tells of who may do what. */
function canTell({ path, entry }: Mutant, { test: { event = "send", moves } }: PassingCase): boolean {
  if (path.startsWith("/lifecycle/")) return event === entry;
  return !path.startsWith("/roles/") || moves !== undefined;
}

function speaksOf({ entry, path }: Mutant, { test: { name, broken, unknown } }: PassingCase): boolean {
  if (broken?.includes(entry) || unknown?.includes(entry)) return true;
  return path.startsWith("/lifecycle/") && name.includes(entry);
}
