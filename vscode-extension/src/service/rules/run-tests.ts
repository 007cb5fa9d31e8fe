import type { RunTestsParams, TestFile, TestOutcome } from "../../protocol.ts";
import type { Project, Sample } from "../model.ts";
import { entriesOf, listedTests } from "./listed-tests.ts";
import { runRuleTests } from "./run-rule-tests.ts";
import { runSample } from "./run-sample.ts";

/** Everything that can be tested: rule test files, and the PCCOs that say what is expected of them. */
export function listTests({ ruleTests, samples }: Project): TestFile[] {
  const ofRules = ruleTests.map(
    (test): TestFile => ({ uri: test.uri, file: test.file, kind: "rule tests", tests: entriesOf(listedTests(test)) }),
  );
  return [...ofRules, ...samples.map(expectationsOf)].filter(({ tests }) => tests.length > 0);
}

/** Runs the tests of a file: those asked for, or all. What can't be run has not passed, and says why. */
export function runTests(project: Project, { uri, ids }: RunTestsParams): TestOutcome[] {
  const isWanted = (id: string): boolean => ids === undefined || ids.includes(id);
  const test = project.ruleTests.find((each) => each.uri === uri);
  if (test !== undefined) return runRuleTests(test, isWanted, project);
  const sample = project.samples.find((each) => each.uri === uri);
  return (sample?.records ?? [])
    .filter(({ index, expect }) => expect !== undefined && isWanted(String(index)))
    .map((record) => ({ ...runSample(record), range: lineRange(record.startLine) }));
}

function expectationsOf({ uri, file, records }: Sample): TestFile {
  const tests = records
    .filter(({ expect }) => expect !== undefined)
    .map(({ index, label, startLine }) => ({ id: String(index), label, range: lineRange(startLine) }));
  return { uri, file, kind: "samples", tests };
}

function lineRange(line: number): TestOutcome["range"] & object {
  return { start: { line, character: 0 }, end: { line, character: 0 } };
}
