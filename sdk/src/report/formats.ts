/** The formats a run can be reported in; `pretty` is for people, `markdown` for tickets, the others for programs. */
export const reportFormats = ["pretty", "json", "ndjson", "sarif", "junit", "github", "markdown"] as const;

/** One of `reportFormats`. */
export type ReportFormat = (typeof reportFormats)[number];
