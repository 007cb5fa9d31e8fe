import type { RuleSetDiff } from "../analysis/diff/rule-set-diff.ts";

/** Two rule sets, compared, and what they were called by whoever asked. */
export interface DiffReport {
  readonly diff: RuleSetDiff;
  /** References or files, as they were typed. */
  readonly names: readonly [before: string, after: string];
}

/** How a report is to look. */
export interface DiffReportOptions {
  readonly color: boolean;
  readonly width: number;
}
