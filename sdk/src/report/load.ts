import type { ReportFormat } from "./formats.ts";
import type { Reporter, ReporterOptions } from "./reporter.ts";

// Each format is loaded when it is used: a quick check must not pay for the others.
const loaders: Readonly<Record<ReportFormat, (options: ReporterOptions) => Promise<Reporter>>> = {
  pretty: async (options) => (await import("./pretty.ts")).createPrettyReporter(options),
  json: async () => (await import("./json.ts")).createJsonReporter(),
  ndjson: async () => (await import("./ndjson.ts")).createNdjsonReporter(),
  sarif: async (options) => (await import("./sarif.ts")).createSarifReporter(options),
  junit: async () => (await import("./junit.ts")).createJunitReporter(),
  github: async () => (await import("./github.ts")).createGithubReporter(),
  markdown: async () => (await import("./markdown.ts")).createMarkdownReporter(),
};

/** Loads a format and starts a report of one run. */
export function loadReporter(format: ReportFormat, options: ReporterOptions): Promise<Reporter> {
  return loaders[format](options);
}
