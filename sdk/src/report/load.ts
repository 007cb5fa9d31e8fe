import type { ReportFormat } from "./formats.ts";
import { createJsonReporter } from "./json.ts";
import { createNdjsonReporter } from "./ndjson.ts";
import { createPrettyReporter } from "./pretty.ts";
import type { Reporter, ReporterOptions } from "./reporter.ts";

// Formats that are seldom asked for are loaded when they are: a quick check must not pay for them.
const loaders: Readonly<Record<ReportFormat, (options: ReporterOptions) => Promise<Reporter>>> = {
  pretty: async (options) => createPrettyReporter(options),
  json: async (options) => createJsonReporter(options),
  ndjson: async () => createNdjsonReporter(),
  sarif: async (options) => (await import("./sarif.ts")).createSarifReporter(options),
  junit: async (options) => (await import("./junit.ts")).createJunitReporter(options),
  github: async () => (await import("./github.ts")).createGithubReporter(),
  markdown: async (options) => (await import("./markdown.ts")).createMarkdownReporter(options),
};

/** Loads a format and starts a report of one run. */
export function loadReporter(format: ReportFormat, options: ReporterOptions): Promise<Reporter> {
  return loaders[format](options);
}
