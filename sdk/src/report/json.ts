import type { DocumentReport, Report } from "../generated/types.ts";
import type { Reporter } from "./reporter.ts";

/**
 * The whole run as one JSON object, a `Report`. The counts come before the documents, so it is all printed at the end;
 * `ndjson` is the format for runs that do not fit the memory.
 */
export function createJsonReporter(): Reporter {
  const documents: DocumentReport[] = [];
  return {
    document: ({ report }) => {
      documents.push(report);
      return "";
    },
    end: ({ ruleSet, summary }) => {
      const report: Report = { schemaVersion: 1, ruleSet, summary, documents };
      return `${JSON.stringify(report, null, 2)}\n`;
    },
  };
}
