import { relative, sep } from "node:path";
import { coverageOf } from "../analysis/covered/coverage.ts";
import { mutationScore } from "../analysis/mutation/score.ts";
import { runTests } from "../analysis/run-tests.ts";
import type { TestFileReport, TestReport } from "../analysis/test-report.ts";
import { fromPointer } from "../document/pointer.ts";
import { createRuleSet } from "../rule-set.ts";
import { resolveRuleSet } from "../rules/resolve.ts";
import type { TestedFolder, TestFile } from "./tested-files.ts";

/** Which tests are run, and how thorough they have to be. */
export interface TestsWanted {
  /** Cases whose names do not have this in them are left out; in small letters. */
  readonly filter: string | undefined;
  readonly least: TestReport["least"];
}

/**
 * Runs the rule tests of a folder.
 * @param progress is told of each file before it is run
 */
export function reportOn(
  folder: TestedFolder,
  { filter, least }: TestsWanted,
  progress: (file: string) => void,
): TestReport {
  const tested = new Set<string>();
  const files = folder.tests.map((test) => {
    // What it tests can't be told; mostly it is the rule file beside it.
    tested.add(
      relative(folder.folder, test.file.replace(/\.test(?=\.ya?ml$)/i, ""))
        .split(sep)
        .join("/"),
    );
    if ("problem" in test) return unreadable(test.file, [{ file: test.file, path: "", message: test.problem }]);
    progress(test.file);
    const { content, rules, problems } = test.read;
    if (rules !== undefined) tested.add(rules.definition.file);
    if (content === undefined || rules === undefined || problems.length > 0) return unreadable(test.file, problems);
    return reportOnFile(folder, test, filter);
  });
  const untested = filter === undefined ? folder.sources.filter(({ file }) => !tested.has(file)) : [];
  return { files, untested: untested.map((source) => folder.pathOf(source)), least };
}

function unreadable(file: string, problems: TestFileReport["problems"]): TestFileReport {
  return {
    file,
    ruleSet: undefined,
    ruleFile: undefined,
    problems,
    runs: [],
    lineOf: () => undefined,
    coverage: undefined,
    mutation: undefined,
  };
}

function reportOnFile(
  { library, sources, pathOf }: TestedFolder,
  { file, document, read }: TestFile,
  filter: string | undefined,
): TestFileReport {
  const { content, rules } = read;
  if (content === undefined || rules === undefined) return unreadable(file, read.problems);
  const all = runTests(rules, content);
  const runs = filter === undefined ? all : all.filter(({ test }) => test.name.toLowerCase().includes(filter));
  const source = library.find(content.ruleSet);
  const make = (changed: typeof source.content) =>
    createRuleSet(resolveRuleSet({ ...source, content: changed }, library));
  const thorough =
    filter === undefined
      ? {
          coverage: coverageOf(rules, source, runs, content.at),
          mutation: mutationScore({ source, rules, file: content, runs, make }),
        }
      : { coverage: undefined, mutation: undefined };
  return {
    file,
    ruleSet: rules.reference,
    ruleFile: sources.includes(source) ? pathOf(source) : source.file,
    problems: [],
    runs,
    lineOf: (path) => {
      const start = document.valueRange(fromPointer(path))?.start;
      return start === undefined ? undefined : `${start.line + 1}:${start.character + 1}`;
    },
    ...thorough,
  };
}
