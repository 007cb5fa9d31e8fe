import type { RuleTestFile } from "../generated/types.ts";
import type { RuleSet } from "../rule-set.ts";
import { casesOf, type TestCase } from "./cases.ts";
import { type Given, givenTo } from "./given.ts";
import { type CaseResult, runCase } from "./run-case.ts";

/** A case that was run. */
export interface CaseRun {
  readonly test: TestCase;
  readonly result: CaseResult;
  /** What it is about; `undefined` when it could not be run. */
  readonly given: Given | undefined;
}

/** Runs all cases of a rule test file, those of its matrix first. */
export function runTests(rules: RuleSet, file: RuleTestFile): readonly CaseRun[] {
  return casesOf(file).map((test) => ({ test, result: runCase(rules, file, test), given: givenOrNone(file, test) }));
}

function givenOrNone(file: RuleTestFile, test: TestCase): Given | undefined {
  try {
    return givenTo(file, test);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
