import type { TextProblem } from "@erp-export-rules/sdk/text";
import type { PccoRecord } from "../model.ts";

/** The first fault that keeps a PCCO from being read for certain; while there is one, no edit can be trusted. */
export function syntaxFault(record: PccoRecord): TextProblem | undefined {
  return record.document().problems.find(({ id, fatal }) => fatal || id === "document/syntax");
}
