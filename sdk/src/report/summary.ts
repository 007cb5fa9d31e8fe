import type { DocumentReport, Summary } from "../generated/types.ts";

/** Counts a run, one document at a time. */
export interface SummaryCounter {
  /** Counts one more document. */
  add(report: DocumentReport): void;
  /** The counts so far. Findings that are broken count by their severity; unknown ones show in the outcome. */
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
      for (const { severity, state } of findings) if (state === "broken") severities[severity]++;
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
