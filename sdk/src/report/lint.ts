import { githubLint } from "./lint-github.ts";
import { type LintReport, type LintReportOptions, summaryOf } from "./lint-report.ts";

/** The formats of a report on rule files. */
export const lintFormats = ["pretty", "json", "sarif", "github"] as const;

/** One of `lintFormats`. */
export type LintFormat = (typeof lintFormats)[number];

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
