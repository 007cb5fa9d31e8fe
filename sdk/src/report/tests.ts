import type { TestReport } from "../analysis/test-report.ts";

/** The formats of a report on rule tests. */
export const testFormats = ["pretty", "json", "junit"] as const;

/** One of `testFormats`. */
export type TestFormat = (typeof testFormats)[number];

/** How a report is to look. */
export interface TestReportOptions {
  readonly color: boolean;
  readonly width: number;
}

/** Writes a report on rule tests. */
export async function writeTestReport(
  report: TestReport,
  format: TestFormat,
  options: TestReportOptions,
): Promise<string> {
  switch (format) {
    case "pretty":
      return (await import("./tests-pretty.ts")).prettyTests(report, options);
    case "json":
      return (await import("./tests-json.ts")).jsonTests(report);
    case "junit":
      return (await import("./tests-junit.ts")).junitTests(report);
  }
}
