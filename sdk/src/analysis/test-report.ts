import type { RuleSetReference } from "../generated/types.ts";
import type { RuleProblem } from "../rules/rule-file.ts";
import type { Coverage } from "./covered/coverage.ts";
import type { MutationScore } from "./mutation/score.ts";
import type { CaseRun } from "./run-tests.ts";

/** What came of the tests of one rule test file. */
export interface TestFileReport {
  /** The file as people find it. */
  readonly file: string;
  /** The rule set under test; `undefined` when it can't be had. */
  readonly ruleSet: RuleSetReference | undefined;
  /** The rule file it was made of, as people find it. */
  readonly ruleFile: string | undefined;
  /** Why the file can't be run. */
  readonly problems: readonly RuleProblem[];
  /** The cases that were run. */
  readonly runs: readonly CaseRun[];
  /** Where in the file what says what must come of a case stands: line and column, both from 1. */
  lineOf(path: string): string | undefined;
  /** What the cases see of the rule file, and which changes to it they notice; only told when all were run. */
  readonly coverage: Coverage | undefined;
  readonly mutation: MutationScore | undefined;
}

/** What came of all tests of a folder. */
export interface TestReport {
  readonly files: readonly TestFileReport[];
  /** Rule files that no test file speaks of, as people find them. */
  readonly untested: readonly string[];
  /** The least that is asked of coverage and of the mutation score, in percent. */
  readonly least: { readonly coverage: number; readonly mutation: number };
}
