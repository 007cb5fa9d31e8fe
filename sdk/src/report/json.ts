import type { Report } from "../generated/types.ts";
import { betweenItems, jsonItems } from "./json-items.ts";
import type { Reporter } from "./reporter.ts";

/**
 * The whole run as one JSON object, a `Report`. The counts come before the documents, so it is all printed at the end;
 * `ndjson` is the format for runs that do not fit the memory.
 */
export function createJsonReporter(): Reporter {
  const items: string[] = [];
  return {
    document: ({ report }) => {
      items.push(jsonItems([report]));
      return "";
    },
    written: (text) => {
      if (text !== "") items.push(text);
    },
    end: ({ ruleSet, summary }) => {
      const report: Report = { schemaVersion: 1, ruleSet, summary, documents: [] };
      const text = `${JSON.stringify(report, null, 2)}\n`;
      if (items.length === 0) return text;
      const at = text.lastIndexOf("]");
      return `${text.slice(0, at)}\n    ${items.join(betweenItems)}\n  ${text.slice(at)}`;
    },
  };
}
