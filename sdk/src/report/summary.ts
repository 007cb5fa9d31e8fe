import type { DocumentReport, Summary } from "../generated/types.ts";

/** Counts a run, one document at a time. */
export interface SummaryCounter {
  /** Counts one more document. */
  add(report: DocumentReport): void;
  /** The counts so far. Findings count by their severity, so an unknown one counts as an info. */
  total(): Summary;
}

/** Starts counting a run. */
export function createSummaryCounter(): SummaryCounter {
  const outcomes = { exportable: 0, blocked: 0, unknown: 0, unreadable: 0 };
  const severities = { error: 0, warning: 0, info: 0 };
  let documents = 0;
  return {
    add({ outcome, findings }) {
      documents++;
      outcomes[outcome]++;
      for (const { severity } of findings) severities[severity]++;
    },
    total: () => ({
      documents,
      ...outcomes,
      errors: severities.error,
      warnings: severities.warning,
      infos: severities.info,
    }),
  };
}
