import type { Coverage } from "../analysis/covered/coverage.ts";
import type { PastedCase } from "../analysis/mutation/paste.ts";
import type { MutationScore, Survivor } from "../analysis/mutation/score.ts";
import type { CaseResult } from "../analysis/run-case.ts";
import type { TestFileReport, TestReport } from "../analysis/test-report.ts";
import { writeYaml } from "../document/write-yaml.ts";

/** A number of things out of so many. */
export interface Share {
  readonly part: number;
  readonly total: number;
  /** Rounded down, so that 100 is all; all of nothing is 100, too. */
  readonly percent: number;
}

/** What tests see. */
export function coverageShare({ seen, total }: Coverage): Share {
  return share(seen, total);
}

/** What tests notice. */
export function mutationShare({ killed, survivors }: MutationScore): Share {
  return share(killed, killed + survivors.length);
}

function share(part: number, total: number): Share {
  return { part, total, percent: total === 0 ? 100 : Math.floor((100 * part) / total) };
}

/** The counts of a report. */
export interface TestSummary {
  readonly files: number;
  readonly unreadable: number;
  readonly untested: number;
  readonly cases: number;
  readonly passed: number;
  /** Cases in which something was found that is not expected. */
  readonly noisy: number;
  /** Cases in which something that is expected was not found. A case can be both. */
  readonly missing: number;
  readonly coverage: Share | undefined;
  readonly mutation: Share | undefined;
}

/** Counts a report. */
export function testSummary({ files, untested }: TestReport): TestSummary {
  const results = files.flatMap(({ runs }) => runs.map(({ result }) => result));
  const withKind = (wanted: "noisy" | "missing"): number =>
    results.filter(({ differences }) => differences.some(({ kind }) => kind === wanted)).length;
  return {
    files: files.length,
    unreadable: files.filter(({ problems }) => problems.length > 0).length,
    untested: untested.length,
    cases: results.length,
    passed: results.filter(({ passed }) => passed).length,
    noisy: withKind("noisy"),
    missing: withKind("missing"),
    coverage: together(files.flatMap(({ coverage }) => (coverage === undefined ? [] : [coverageShare(coverage)]))),
    mutation: together(files.flatMap(({ mutation }) => (mutation === undefined ? [] : [mutationShare(mutation)]))),
  };
}

function together(shares: readonly Share[]): Share | undefined {
  if (shares.length === 0) return undefined;
  const sum = (key: "part" | "total"): number => shares.reduce((all, each) => all + each[key], 0);
  return share(sum("part"), sum("total"));
}

/** Whether a file sees and notices as much as is asked. */
export function isThorough({ coverage, mutation }: TestFileReport, least: TestReport["least"]): boolean {
  return (
    (coverage === undefined || coverageShare(coverage).percent >= least.coverage) &&
    (mutation === undefined || mutationShare(mutation).percent >= least.mutation)
  );
}

/** A share as people read it: `98 % (188 of 191)`. */
export function shareWords({ percent, part, total }: Share): string {
  return `${percent} % (${part} of ${total})`;
}

/** What became of a case that has not passed: `noisy`, `missing` or both. */
export function kindsOf({ differences }: CaseResult): string {
  return [...new Set(differences.map(({ kind }) => kind))].sort().toReversed().join(", ");
}

/** What is expected and what came of it, line by line, in the manner of a diff: `-` is missing, `+` is noisy. */
export function diffLines({ expected, actual }: CaseResult): readonly string[] {
  return (["outcome", "broken", "unknown", "moves", "reasons"] as const).flatMap((key) => {
    const [before, after] = [expected[key], actual[key]];
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    if (typeof before === "string" || typeof after === "string")
      return [
        ...(before === undefined ? [] : [`- ${key}: ${before}`]),
        ...(after === undefined ? [] : [`+ ${key}: ${after}`]),
      ];
    const [wanted, found]: readonly (readonly string[])[] = [before ?? [], after ?? []];
    const all = [...new Set([...(wanted ?? []), ...(found ?? [])])].sort();
    const sign = (word: string): string => (found?.includes(word) ? (wanted?.includes(word) ? " " : "+") : "-");
    return [`  ${key}:`, ...all.map((word) => `${sign(word)}   - ${word}`)];
  });
}

/** What is not seen, rule by rule and event by event. */
export function notSeen({ entries }: Coverage): readonly string[] {
  return entries.flatMap(({ name, items }) => {
    const names = items.filter(({ seen }) => !seen).map((item) => item.name);
    return names.length === 0 ? [] : [`${name}: ${names.join(", ")}`];
  });
}

/** A mutant that survived, as one line. */
export function survivorWords({ mutant: { entry, change }, why }: Survivor): string {
  return `${entry}: ${change}${why === undefined ? "" : ` (can't be decided: ${why})`}`;
}

/** A case that kills a mutant, as it is written into a rule test file. */
export function killerText({ case: killer, documents, contexts }: PastedCase): string {
  const sections = Object.entries({ documents, contexts }).filter(([, section]) => section !== undefined);
  const besides = sections.length === 0 ? "" : `${writeYaml(Object.fromEntries(sections))}cases:\n`;
  return `${besides}${writeYaml([killer], 2)}`;
}
