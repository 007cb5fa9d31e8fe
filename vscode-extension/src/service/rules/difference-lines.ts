import type { CaseResult } from "@erp-export-rules/sdk/authoring";

/** What is different, a line each: `noisy` is what was found though it is not expected, `missing` what was not found. */
export function differenceLines({ differences }: Pick<CaseResult, "differences">): string {
  return differences.map(({ kind, message }) => `${kind}: ${message}`).join("\n");
}
