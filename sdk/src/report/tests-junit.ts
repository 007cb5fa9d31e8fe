import type { CaseRun } from "../analysis/run-tests.ts";
import type { TestFileReport, TestReport } from "../analysis/test-report.ts";
import { coverageShare, diffLines, kindsOf, mutationShare, notSeen, shareWords, survivorWords } from "./tests-words.ts";
import { attributes, element } from "./xml.ts";

interface Case {
  readonly name: string;
  readonly problem?: { readonly kind: "failure" | "error"; readonly message: string; readonly details: string };
}

/** JUnit XML, for CI: a test suite a file; coverage and mutation score are test cases of their own. */
export function junitTests(report: TestReport): string {
  const suites = [
    ...report.files.map((file) => ({ name: file.file, cases: casesOf(file, report.least) })),
    ...report.untested.map((name) => ({ name, cases: [failed("tests", "this rule file has no tests", "")] })),
  ];
  const all = suites.flatMap(({ cases }) => cases);
  const bodies = suites.map(
    ({ name, cases }) =>
      `  <testsuite${attributes({ name, ...counts(cases) })}>\n${cases.map((each) => testCase(name, each)).join("")}  </testsuite>\n`,
  );
  const root = attributes({ name: "ERP Export Rules: rule tests", ...counts(all) });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${root}>\n${bodies.join("")}</testsuites>\n`;
}

function counts(cases: readonly Case[]): Readonly<Record<string, number>> {
  const of = (kind: "failure" | "error"): number => cases.filter(({ problem }) => problem?.kind === kind).length;
  return { tests: cases.length, failures: of("failure"), errors: of("error"), skipped: 0 };
}

function testCase(suite: string, { name, problem }: Case): string {
  const head = `    <testcase${attributes({ name, classname: suite })}`;
  if (problem === undefined) return `${head}/>\n`;
  return `${head}>\n${element(problem.kind, { message: problem.message }, problem.details)}    </testcase>\n`;
}

function failed(name: string, message: string, details: string): Case {
  return { name, problem: { kind: "failure", message, details } };
}

function casesOf(file: TestFileReport, least: TestReport["least"]): readonly Case[] {
  const problems = file.problems.map(({ message, range }): Case => {
    const line = range === undefined ? "" : `line ${range.start.line + 1}: `;
    return { name: "this file can be read", problem: { kind: "error", message: `${line}${message}`, details: "" } };
  });
  return [...problems, ...file.runs.map((run) => caseOf(run, file)), ...thoroughness(file, least)];
}

function caseOf({ test, result }: CaseRun, { file, lineOf }: TestFileReport): Case {
  if (result.passed) return { name: test.name };
  const line = lineOf(test.path);
  const details = [line === undefined ? file : `${file}:${line}`, ...diffLines(result), result.message];
  return failed(test.name, `${kindsOf(result)}: ${result.message.split("\n")[0]}`, details.join("\n"));
}

function thoroughness({ coverage, mutation }: TestFileReport, least: TestReport["least"]): readonly Case[] {
  const cases: Case[] = [];
  if (coverage !== undefined) {
    const share = coverageShare(coverage);
    const name = `coverage of at least ${least.coverage} %`;
    cases.push(
      share.percent >= least.coverage ? { name } : failed(name, shareWords(share), notSeen(coverage).join("\n")),
    );
  }
  if (mutation !== undefined) {
    const share = mutationShare(mutation);
    const name = `mutation score of at least ${least.mutation} %`;
    const survivors = mutation.survivors.map((survivor) => survivorWords(survivor));
    cases.push(share.percent >= least.mutation ? { name } : failed(name, shareWords(share), survivors.join("\n")));
  }
  return cases;
}
