import type { EntryCoverage } from "../analysis/covered/coverage.ts";
import type { Survivor } from "../analysis/mutation/score.ts";
import type { CaseRun } from "../analysis/run-tests.ts";
import type { TestFileReport, TestReport } from "../analysis/test-report.ts";
import { createColors } from "./colors.ts";
import { visible, wrap } from "./screen.ts";
import type { TestReportOptions } from "./tests.ts";
import {
  coverageShare,
  diffLines,
  isThorough,
  killerText,
  kindsOf,
  mutationShare,
  shareWords,
  survivorWords,
  type TestSummary,
  testSummary,
} from "./tests-words.ts";
import { count, lineAndColumn } from "./words.ts";

/** More mutants of a file than this are only counted. */
const mostSurvivors = 10;
const narrowest = 40;
const widest = 120;

/** For people: files that are all right on two lines, of the others what fails and what would mend it. */
export function prettyTests(report: TestReport, { color, width }: TestReportOptions): string {
  const page = createPage(color, Math.min(Math.max(width, narrowest), widest));
  const { files, untested, least } = report;
  const lines = [
    ...files.flatMap((file) => [...page.file(file, least), ""]),
    ...untested.flatMap((file) => [...page.untested(file), ""]),
    ...page.end(testSummary(report)),
  ];
  return `${lines.join("\n")}\n`;
}

function createPage(color: boolean, columns: number) {
  const { bold, cyan, dim, green, red, yellow } = createColors(color);
  const indented = (text: string, by: number): readonly string[] =>
    wrap(text, columns - by).map((line) => " ".repeat(by) + line);
  const paintDiff = (line: string): string =>
    line.startsWith("-") ? red(line) : line.startsWith("+") ? green(line) : line;

  function failedCase({ test, result }: CaseRun, { file, lineOf }: TestFileReport): readonly string[] {
    const line = lineOf(test.path);
    return [
      `  ${red(kindsOf(result))}  ${bold(visible(test.name))}`,
      dim(`    at ${visible(line === undefined ? file : `${file}:${line}`)}`),
      ...diffLines(result).map((each) => `    ${paintDiff(visible(each))}`),
      ...result.differences.flatMap(({ message }) => indented(message, 4)),
      "",
    ];
  }

  function uncovered({ name, place: { range }, items }: EntryCoverage, ruleFile: string): readonly string[] {
    const names = items.filter(({ seen }) => !seen).map((item) => item.name);
    if (names.length === 0) return [];
    const at = range === undefined ? "" : dim(` ${visible(ruleFile)}:${lineAndColumn(range)}`);
    return [`    ${bold(name)}${at}`, ...indented(`not seen: ${names.join(", ")}`, 6)];
  }

  function survivor(each: Survivor, ruleFile: string): readonly string[] {
    const at = each.range === undefined ? "" : dim(` ${visible(ruleFile)}:${lineAndColumn(each.range)}`);
    const head = `    ${yellow("survived")}  ${bold(visible(survivorWords(each)))}${at}`;
    if (each.killer === undefined) return ["", head];
    // At the columns at which it stands in a file, ready to be pasted.
    return [
      "",
      head,
      dim("    This case would kill it:"),
      ...killerText(each.killer).trimEnd().split("\n").map(visible),
    ];
  }

  function thoroughness({ coverage, mutation, ruleFile = "" }: TestFileReport): readonly string[] {
    if (coverage === undefined || mutation === undefined) return [];
    const told = mutation.survivors.slice(0, mostSurvivors);
    const more = mutation.survivors.length - told.length;
    return [
      `  coverage ${shareWords(coverageShare(coverage))}`,
      ...coverage.entries.flatMap((entry) => uncovered(entry, ruleFile)),
      `  mutation score ${shareWords(mutationShare(mutation))}${leftOut(mutation.equivalent.length)}`,
      ...told.flatMap((each) => survivor(each, ruleFile)),
      ...(more === 0 ? [] : ["", `    and ${more} more; --format json has all of them`]),
    ];
  }

  return {
    file(file: TestFileReport, least: TestReport["least"]): readonly string[] {
      const { problems, runs, ruleSet } = file;
      const name = visible(file.file);
      if (problems.length > 0) {
        const found = problems.flatMap(({ message, range }) =>
          indented(`${range === undefined ? "" : `${lineAndColumn(range)} `}${message}`, 4),
        );
        return [`${red("can't be read")}  ${bold(name)}`, ...found];
      }
      const failed = runs.filter(({ result }) => !result.passed);
      const isFine = failed.length === 0 && isThorough(file, least);
      const title = `${name}  ${dim(`${ruleSet?.id} ${ruleSet?.version}`)}`;
      if (runs.length === 0)
        return [`${dim("--")}  ${title}`, `    no ${file.coverage === undefined ? "case of this name" : "cases"}`];
      return [
        isFine ? `${green("ok")}  ${title}` : bold(title),
        ...(failed.length === 0 ? [] : [""]),
        ...failed.flatMap((run) => failedCase(run, file)),
        `  ${count(runs.length, "case")}: ${runs.length - failed.length} passed${counted(failed)}`,
        ...thoroughness(file),
      ];
    },
    untested: (file: string): readonly string[] => [`${red("no tests")}  ${bold(visible(file))}`],
    end: (summary: TestSummary): readonly string[] => [bold(endSentence(summary))],
  };

  function counted(failed: readonly CaseRun[]): string {
    const of = (kind: "noisy" | "missing"): number =>
      failed.filter(({ result }) => result.differences.some((each) => each.kind === kind)).length;
    const parts = (["noisy", "missing"] as const).flatMap((kind) => (of(kind) === 0 ? [] : [`${of(kind)} ${kind}`]));
    return parts.length === 0 ? "" : cyan(`, ${parts.join(", ")}`);
  }
}

function leftOut(equivalent: number): string {
  if (equivalent === 0) return "";
  return `; ${count(equivalent, "mutant")} that ${equivalent === 1 ? "makes" : "make"} no difference left out`;
}

function endSentence({
  files,
  unreadable,
  untested,
  cases,
  passed,
  noisy,
  missing,
  coverage,
  mutation,
}: TestSummary): string {
  const parts = [
    `${count(cases, "case")} in ${count(files, "file")}: ${passed} passed`,
    ...(noisy === 0 ? [] : [`${noisy} noisy`]),
    ...(missing === 0 ? [] : [`${missing} missing`]),
  ];
  const others = [
    ...(unreadable === 0 ? [] : [`${count(unreadable, "file")} can't be read.`]),
    ...(untested === 0 ? [] : [`${count(untested, "rule file")} without tests.`]),
    ...(coverage === undefined ? [] : [`Coverage ${coverage.percent} %.`]),
    ...(mutation === undefined ? [] : [`Mutation score ${mutation.percent} %.`]),
  ];
  return [`${parts.join(", ")}.`, ...others].join(" ");
}
