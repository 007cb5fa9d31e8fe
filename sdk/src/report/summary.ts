import type { DocumentReport, Summary } from "../generated/types.ts";

/** Counts a run, one document at a time. */
export interface SummaryCounter {
  /** Counts one more document. */
  add(report: DocumentReport): void;
  /** Counts so many more documents that are exportable and without findings. */
  addClean(documents: number): void;
  /** Counts all that was counted elsewhere. */
  addAll(counted: Summary): void;
  /** The counts so far. Findings that are broken count by their severity; unknown ones show in the outcome. */
  total(): Summary;
}

/** Starts counting a run. */
export function createSummaryCounter(): SummaryCounter {
  const total = {
    documents: 0,
    exportable: 0,
    blocked: 0,
    unknown: 0,
    unreadable: 0,
    errors: 0,
    warnings: 0,
    infos: 0,
  };
  return {
    add({ outcome, findings }) {
      total.documents++;
      total[outcome]++;
      for (const { severity, state } of findings) if (state === "broken") total[`${severity}s`]++;
    },
    addClean(documents) {
      total.documents += documents;
      total.exportable += documents;
    },
    addAll(counted) {
      for (const name of names) total[name] += counted[name];
    },
    total: () => ({ ...total }),
  };
}

const names = [
  "documents",
  "exportable",
  "blocked",
  "unknown",
  "unreadable",
  "errors",
  "warnings",
  "infos",
] as const satisfies readonly (keyof Summary)[];
