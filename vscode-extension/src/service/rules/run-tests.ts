import { valueAt } from "@erp-export-rules/sdk/text";
import type { RunTestsParams, TestFile, TestOutcome } from "../../protocol.ts";
import type { Project, RuleTestText, Sample } from "../model.ts";
import { readable } from "./readable.ts";
import { runRuleTests } from "./run-rule-tests.ts";
import { runSample } from "./run-sample.ts";

/** Everything that can be tested: the cases of rule test files, and the PCCOs that say what is expected of them. */
export function listTests({ ruleTests, samples }: Project): TestFile[] {
  return [...ruleTests.map(ruleTestsOf), ...samples.map(expectationsOf)].filter(({ tests }) => tests.length > 0);
}

/** Runs the tests of a file: those asked for, or all. What can't be run has not passed, and says why. */
export function runTests(project: Project, { uri, ids }: RunTestsParams): TestOutcome[] {
  const isWanted = (id: string): boolean => ids === undefined || ids.includes(id);
  const test = project.ruleTests.find((each) => each.uri === uri);
  if (test !== undefined) return runRuleTests(test, ruleTestsOf(test).tests, isWanted, project);
  const sample = project.samples.find((each) => each.uri === uri);
  return (sample?.records ?? [])
    .filter(({ index, expect }) => expect !== undefined && isWanted(String(index)))
    .map((record) => ({ ...runSample(record), range: lineRange(record.startLine) }));
}

function ruleTestsOf(test: RuleTestText): TestFile {
  const document = readable(test);
  const cases = valueAt(document.value, ["cases"]);
  const names = new Set<string>();
  const tests = (Array.isArray(cases) ? cases : []).map((each: unknown, index) => {
    const name = valueAt(each, ["name"]);
    const label = typeof name === "string" && name.trim() !== "" ? name : `case ${index + 1}`;
    // Two cases of one name are a fault, but each must be found.
    const id = names.has(label) ? `${label} (${index + 1})` : label;
    names.add(id);
    const range = document.valueRange(["cases", index, "name"]) ?? document.valueRange(["cases", index]);
    return { id, label, range: range ?? lineRange(0) };
  });
  return { uri: test.uri, file: test.file, kind: "rule tests", tests };
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
