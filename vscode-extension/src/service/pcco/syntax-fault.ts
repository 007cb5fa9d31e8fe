import type { Finding } from "@erp-export-rules/sdk";
import type { TextProblem } from "@erp-export-rules/sdk/text";
import type { PccoRecord } from "../model.ts";

/** The first fault that keeps a PCCO from being read for certain; while there is one, no edit can be trusted. */
export function syntaxFault(record: PccoRecord): TextProblem | undefined {
  return record.document().problems.find(({ id, fatal }) => fatal || id === "document/syntax");
}

/** Whether a finding is such a fault. */
export function isSyntaxFault({ ruleId }: Finding): boolean {
  return ruleId === "document/syntax" || ruleId === "document/limit";
}
