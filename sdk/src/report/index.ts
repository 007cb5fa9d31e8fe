import { createGithubReporter } from "./github.ts";
import { createJsonReporter } from "./json.ts";
import { createJunitReporter } from "./junit.ts";
import { createMarkdownReporter } from "./markdown.ts";
import { createNdjsonReporter } from "./ndjson.ts";
import { createPrettyReporter } from "./pretty.ts";
import type { Reporter, ReporterOptions } from "./reporter.ts";
import { createSarifReporter } from "./sarif.ts";

export type { CheckedDocument, Reporter, ReporterOptions, RunEnd } from "./reporter.ts";
export { createSummaryCounter, type SummaryCounter } from "./summary.ts";

/** The formats a run can be reported in; `pretty` is for people, `markdown` for tickets, the others for programs. */
export const reportFormats = ["pretty", "json", "ndjson", "sarif", "junit", "github", "markdown"] as const;

/** One of `reportFormats`. */
export type ReportFormat = (typeof reportFormats)[number];

const reporters: Readonly<Record<ReportFormat, (options: ReporterOptions) => Reporter>> = {
  pretty: createPrettyReporter,
  json: createJsonReporter,
  ndjson: createNdjsonReporter,
  sarif: createSarifReporter,
  junit: createJunitReporter,
  github: createGithubReporter,
  markdown: createMarkdownReporter,
};

/** Starts a report of one run. */
export function createReporter(format: ReportFormat, options: ReporterOptions): Reporter {
  return reporters[format](options);
}
