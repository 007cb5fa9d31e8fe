import type { Report } from "../generated/types.ts";
import { createJsonList } from "./json-list.ts";
import type { Reporter } from "./reporter.ts";

/** The whole run as one JSON object, a `Report`. Documents are printed as they come; the counts follow them. */
export function createJsonReporter(): Reporter {
  const schemaVersion: Report["schemaVersion"] = 1;
  const documents = createJsonList(`{\n  "schemaVersion": ${schemaVersion},\n  "documents": `, 2);
  return {
    document: ({ report }) => documents.add(report),
    end: ({ ruleSet, summary }) => {
      // What is left of the object, without the brace that opens it.
      const rest = JSON.stringify({ ruleSet, summary }, null, 2).slice(1);
      return `${documents.close()},${rest}\n`;
    },
  };
}
