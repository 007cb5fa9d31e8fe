import type { DiffReport, DiffReportOptions } from "./diff-report.ts";

/** The formats of a comparison of two rule sets. */
export const diffFormats = ["pretty", "json", "markdown"] as const;

/** One of `diffFormats`. */
export type DiffFormat = (typeof diffFormats)[number];

/** Writes a comparison of two rule sets. */
export async function writeDiff(report: DiffReport, format: DiffFormat, options: DiffReportOptions): Promise<string> {
  switch (format) {
    case "pretty":
      return (await import("./diff-pretty.ts")).prettyDiff(report, options);
    case "markdown":
      return (await import("./diff-markdown.ts")).markdownDiff(report);
    case "json":
      return `${JSON.stringify({ schemaVersion: 1, ...report.diff }, null, 2)}\n`;
  }
}
