import type { DocumentReport, RuleSetReference, Summary } from "../generated/types.ts";

/** One checked PCCO, as a report needs it. */
export interface CheckedDocument {
  readonly report: DocumentReport;
  /** The text the PCCO was read from, for showing the lines a finding stands on; `undefined` when it is not at hand. */
  readonly text: string | undefined;
}

/** What a report is told when all documents are done. */
export interface RunEnd {
  readonly ruleSet: RuleSetReference;
  readonly summary: Summary;
}

/** Writes a run down piece by piece, so that a long run needs no more memory than one document. */
export interface Reporter {
  /** The text to print for one document; empty when the format only prints at the end. */
  document(checked: CheckedDocument): string;
  /** The text to print last. */
  end(run: RunEnd): string;
}

/** How a report is to look. */
export interface ReporterOptions {
  /** Whether colours may be used. */
  readonly color: boolean;
  /** Columns of the terminal; 80 when it is none. */
  readonly width: number;
}
