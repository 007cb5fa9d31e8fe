import type { DocumentReport, RuleSetReference, Summary } from "../generated/types.ts";

/** One checked PCCO, as a report needs it. */
export interface CheckedDocument {
  readonly report: DocumentReport;
  /** The text the PCCO was read from, for showing the lines a finding stands on; `undefined` when it is not at hand. */
  readonly text: string | undefined;
  /** Zero-based line of the file that `text` begins on, when `text` is only a part of the file (a line of NDJSON). Default 0. */
  readonly textLine?: number;
}

/** What a report is told when all documents are done. */
export interface RunEnd {
  readonly ruleSet: RuleSetReference;
  readonly summary: Summary;
}

/**
 * Writes a run down piece by piece, so that a long run needs no more memory than one document.
 * A reporter serves one run: `document` for each PCCO, then `end` once. Print all they return, in that order.
 */
export interface Reporter {
  /** The text to print for one document; empty when the format has nothing to print yet. */
  document(checked: CheckedDocument): string;
  /** Takes documents that `jsonItems` has written; a report in another format has no such. */
  written?(items: string): void;
  /** The text to print last. */
  end(run: RunEnd): string;
}

/** How a report is to look. */
export interface ReporterOptions {
  /** Whether colours may be used. */
  readonly color: boolean;
  /** Columns of the terminal; 80 when it is none. */
  readonly width: number;
  /** The title of a rule, for formats that describe rules apart from findings; without it the id is put in words. */
  readonly ruleTitle?: (ruleId: string) => string | undefined;
}
