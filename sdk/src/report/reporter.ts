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
 * A reporter serves one run: `document` for each PCCO, then `end` once. Print all they return, in that order; of a text
 * that was held back, its pieces.
 */
export interface Reporter {
  /** The text to print for one document; empty when the format has nothing to print yet. */
  document(checked: CheckedDocument): string;
  /** Takes documents that `jsonItems` has written; a report in another format has no such. */
  written?(items: string): void;
  /** What to print last. */
  end(run: RunEnd): readonly (string | Held)[];
}

/** A text that is held back until what stands before it is known. It may be longer than a string can be. */
export interface Held {
  add(text: string): void;
  /** All that was added, in order, as text or in UTF-8. Each is to be used before the next is asked for. */
  pieces(): Iterable<string | Uint8Array>;
}

/** How a report is to look. */
export interface ReporterOptions {
  /** Whether colours may be used. */
  readonly color: boolean;
  /** Columns of the terminal; 80 when it is none. */
  readonly width: number;
  /** The title of a rule, for formats that describe rules apart from findings; without it the id is put in words. */
  readonly ruleTitle?: (ruleId: string) => string | undefined;
  /** Begins a text to be held back. */
  readonly hold: () => Held;
}
