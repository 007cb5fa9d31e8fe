import type { Report } from "../generated/types.ts";
import { betweenItems, jsonItems } from "./json-items.ts";
import type { Reporter, ReporterOptions } from "./reporter.ts";

/** The whole run as one JSON object, a `Report`. The counts come before the documents, which are held back for them. */
export function createJsonReporter({ hold }: Pick<ReporterOptions, "hold">): Reporter {
  const items = hold();
  let isEmpty = true;
  const written = (text: string): void => {
    if (text === "") return;
    items.add(isEmpty ? text : `${betweenItems}${text}`);
    isEmpty = false;
  };
  return {
    document: ({ report }) => {
      written(jsonItems([report]));
      return "";
    },
    written,
    end: ({ ruleSet, summary }) => {
      const report: Report = { schemaVersion: 1, ruleSet, summary, documents: [] };
      const text = `${JSON.stringify(report, null, 2)}\n`;
      if (isEmpty) return [text];
      const at = text.lastIndexOf("]");
      return [`${text.slice(0, at)}\n    `, items, `\n  ${text.slice(at)}`];
    },
  };
}
