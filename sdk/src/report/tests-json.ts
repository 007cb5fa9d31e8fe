import type { Survivor } from "../analysis/mutation/score.ts";
import type { CaseRun } from "../analysis/run-tests.ts";
import type { TestFileReport, TestReport } from "../analysis/test-report.ts";
import { coverageShare, mutationShare, testSummary } from "./tests-words.ts";

/** One object with everything: each case, what is seen of each rule and event, each mutant that survived. */
export function jsonTests(report: TestReport): string {
  const { files, untested, least } = report;
  const whole = { schemaVersion: 1, summary: testSummary(report), least, untested, files: files.map(fileObject) };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function fileObject({ file, ruleSet, ruleFile, problems, runs, lineOf, coverage, mutation }: TestFileReport) {
  return {
    file,
    ...(ruleSet === undefined ? {} : { ruleSet, ruleFile }),
    problems: problems.map(({ message, path, range }) => ({
      message,
      path,
      ...(range === undefined ? {} : { range }),
    })),
    cases: runs.map((run) => caseObject(run, lineOf)),
    ...(coverage === undefined
      ? {}
      : {
          coverage: {
            ...coverageShare(coverage),
            entries: coverage.entries.map(({ kind, name, place: { path, range }, items }) => ({
              kind,
              name,
              path,
              ...(range === undefined ? {} : { range }),
              seen: items.filter(({ seen }) => seen).map((item) => item.name),
              notSeen: items.filter(({ seen }) => !seen).map((item) => item.name),
            })),
          },
        }),
    ...(mutation === undefined
      ? {}
      : {
          mutation: {
            ...mutationShare(mutation),
            equivalent: mutation.equivalent.map(({ entry, path, change }) => ({ entry, path, change })),
            survivors: mutation.survivors.map(survivorObject),
          },
        }),
  };
}

function caseObject({ test, result }: CaseRun, lineOf: TestFileReport["lineOf"]) {
  const { name, path, event = "send" } = test;
  const { passed, differences, expected, actual } = result;
  const line = lineOf(path);
  const kinds = [...new Set(differences.map(({ kind }) => kind))].sort();
  const head = { name, path, ...(line === undefined ? {} : { line }), event, result: passed ? ["passed"] : kinds };
  return passed ? head : { ...head, differences, expected, actual };
}

function survivorObject({ mutant: { entry, kind, path, change }, range, killer, why }: Survivor) {
  return {
    entry,
    kind,
    path,
    ...(range === undefined ? {} : { range }),
    change,
    ...(killer === undefined ? {} : { killer }),
    ...(why === undefined ? {} : { why }),
  };
}
