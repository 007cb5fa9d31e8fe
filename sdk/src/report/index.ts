export { type ReportFormat, reportFormats } from "./formats.ts";
export { jsonItems } from "./json-items.ts";
export { loadReporter } from "./load.ts";
export type { CheckedDocument, Held, Reporter, ReporterOptions, RunEnd } from "./reporter.ts";
export { createSummaryCounter, type SummaryCounter } from "./summary.ts";
