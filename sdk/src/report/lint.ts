import type { LintFinding } from "../analysis/lint/finding.ts";
import type { RuleSetReference } from "../generated/types.ts";
import { githubLint } from "./lint-github.ts";

/** The formats of a report on rule files. */
export const lintFormats = ["pretty", "json", "sarif", "github"] as const;

/** One of `lintFormats`. */
export type LintFormat = (typeof lintFormats)[number];

/** A finding of lint, or a fault for which a rule file does not load; the ids of these begin with `rules/`. */
export interface LintedFinding extends Omit<LintFinding, "id"> {
  readonly id: string;
}

/** A rule file that was linted. All places are named as people find them. */
export interface LintedFile {
  readonly file: string;
  /** `undefined` for a file that does not load. */
  readonly ruleSet: RuleSetReference | undefined;
  /** For showing the lines that a finding stands on. */
  readonly text: string | undefined;
  readonly findings: readonly LintedFinding[];
}

/** Rule files that were linted. */
export interface LintReport {
  readonly files: readonly LintedFile[];
  /** What each kind of finding is, as a sentence, by id. */
  readonly kinds: Readonly<Record<string, string>>;
}

/** How a report is to look. */
export interface LintReportOptions {
  readonly color: boolean;
  readonly width: number;
}

/** How much was found. */
export interface LintSummary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Counts the findings of a report. */
export function summaryOf({ files }: LintReport): LintSummary {
  const all = files.flatMap(({ findings }) => findings);
  const number = (severity: LintedFinding["severity"]): number =>
    all.filter((finding) => finding.severity === severity).length;
  return { files: files.length, errors: number("error"), warnings: number("warning"), infos: number("info") };
}

/** Writes a report on rule files. */
export async function writeLint(report: LintReport, format: LintFormat, options: LintReportOptions): Promise<string> {
  switch (format) {
    case "pretty":
      return (await import("./lint-pretty.ts")).prettyLint(report, options);
    case "sarif":
      return (await import("./lint-sarif.ts")).sarifLint(report);
    case "github":
      return githubLint(report);
    case "json":
      return jsonLint(report);
  }
}

function jsonLint(report: LintReport): string {
  const files = report.files.map(({ file, ruleSet, findings }) => ({
    file,
    ...(ruleSet === undefined ? {} : { ruleSet }),
    findings: findings.map(({ id, severity, message, place: { path, range }, related, witness }) => ({
      id,
      severity,
      message,
      path,
      ...(range === undefined ? {} : { range }),
      related: related.map(({ place, message: what }) => ({ ...place, message: what })),
      ...(witness === undefined ? {} : { witness }),
    })),
  }));
  return `${JSON.stringify({ schemaVersion: 1, summary: summaryOf(report), files }, null, 2)}\n`;
}
