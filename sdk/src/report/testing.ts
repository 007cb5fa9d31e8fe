// Made-up reports for the tests of this folder.
import type { DocumentReport, Finding, Summary } from "../generated/types.ts";
import type { ReportFormat } from "./formats.ts";
import { createGithubReporter } from "./github.ts";
import { createJsonReporter } from "./json.ts";
import { createJunitReporter } from "./junit.ts";
import { createMarkdownReporter } from "./markdown.ts";
import { createNdjsonReporter } from "./ndjson.ts";
import { createPrettyReporter } from "./pretty.ts";
import type { CheckedDocument, Held, Reporter, ReporterOptions, RunEnd } from "./reporter.ts";
import { createSarifReporter } from "./sarif.ts";
import { createSummaryCounter } from "./summary.ts";

/** The rule set of every run. */
export const ruleSet = { id: "spectrum/pcco", version: "1.1.0", sha256: "ab12" };

const source = { title: "Send a PCCO", url: "https://example.com/send?a=1&b=2", basis: "documented" } as const;

/** A range on one line, zero-based. */
export function on(line: number, from: number, to: number): { readonly range: NonNullable<Finding["range"]> } {
  return { range: { start: { line, character: from }, end: { line, character: to } } };
}

/** A PCCO whose status is on its third line. */
export const statusText = '{\n  "number": "1",\n  "status": "draft"\n}\n';

/** An error of a rule, on the status of `statusText`. */
export function broken(changes: Partial<Finding> = {}): Finding {
  return {
    ruleId: "status-approved",
    severity: "error",
    state: "broken",
    stage: "send",
    message: "Status is Draft; it must be Approved.",
    path: "/status",
    rulePath: "/rules/status-approved",
    rule: { file: "rules/a b.yaml", path: "/rules/status-approved", ...on(151, 2, 17) },
    fixes: [
      {
        title: "Set Status to Approved",
        kind: "status",
        edits: [{ op: "replace", path: "/status", value: "approved" }],
      },
    ],
    source,
    ...on(2, 12, 19),
    ...changes,
  };
}

/** A rule that can't be judged. */
export function unknown(ruleId: string, missing: readonly string[]): Finding {
  return {
    ruleId,
    severity: "info",
    state: "unknown",
    stage: "send",
    message: `Can't tell whether this holds: ${ruleId}.`,
    path: "",
    missing,
    fixes: [],
  };
}

/** A text that holds no PCCO. */
export const syntax: Finding = {
  ruleId: "document/syntax",
  severity: "error",
  state: "broken",
  stage: "read",
  message: "`approved` is not in quotes",
  path: "",
  fixes: [],
  ...on(2, 12, 17),
};

/** The verdict on one PCCO: exportable without findings, else blocked unless told otherwise. */
export function report(file: string, changes: Partial<DocumentReport> = {}): DocumentReport {
  const findings = changes.findings ?? [];
  return {
    file,
    index: 0,
    outcome: findings.length === 0 ? "exportable" : "blocked",
    event: "send",
    findings,
    ...changes,
  };
}

/** A verdict with the text it is about. */
export function checked(report: DocumentReport, text: string | undefined = undefined): CheckedDocument {
  return { report, text };
}

const reporters: Readonly<Record<ReportFormat, (options: ReporterOptions) => Reporter>> = {
  pretty: createPrettyReporter,
  json: createJsonReporter,
  ndjson: createNdjsonReporter,
  sarif: createSarifReporter,
  junit: createJunitReporter,
  github: createGithubReporter,
  markdown: createMarkdownReporter,
};

/** All that a format prints for a run. */
export function print(
  format: ReportFormat,
  documents: readonly CheckedDocument[],
  options: { readonly color?: boolean; readonly width?: number; readonly ruleTitle?: (id: string) => string } = {},
): string {
  const reporter = reporters[format]({ color: false, width: 80, hold: holdInMemory, ...options });
  const texts = documents.map((document) => reporter.document(document));
  return texts.join("") + printed(reporter.end(endOf(documents)));
}

/** What a reporter ends with, as one text. */
export function printed(end: ReturnType<Reporter["end"]>): string {
  return end.flatMap((piece) => (typeof piece === "string" ? piece : [...piece.pieces()])).join("");
}

/** Holds a text back in memory. */
export function holdInMemory(): Held {
  const texts: string[] = [];
  return { add: (text) => texts.push(text), pieces: () => texts };
}

function endOf(documents: readonly CheckedDocument[]): RunEnd {
  const counter = createSummaryCounter();
  for (const { report } of documents) counter.add(report);
  const summary: Summary = counter.total();
  return { ruleSet, summary };
}
