import { isRuleSetError, type Library } from "@erp-export-rules/sdk/authoring";
import { cannotJudge, checkDocument, type TextDocument, type TextVerdict, valueAt } from "@erp-export-rules/sdk/text";
import type { AskedAs, Surroundings } from "../model.ts";
import { shipped } from "./rule-sets.ts";

/**
 * Judges a PCCO as its `$expect` asks: for an event, and as of a day, by the version of the rule set that was in force then.
 * Without a day no time is given, so that rules that wait for one are unknown.
 */
export function judgeAs(
  document: TextDocument,
  { rules, context }: Pick<Surroundings, "rules" | "context">,
  library: Library,
  { event, asOf }: AskedAs,
): TextVerdict {
  if (asOf === undefined) return checkDocument(rules, document, context, { event });
  const pinned = valueAt(document.value, ["$rules"]);
  const reference = typeof pinned === "string" ? pinned : rules.reference.id;
  try {
    const then = shipped(library.find(reference, asOf), library);
    return checkDocument(then, document, context, { event, at: `${asOf}T00:00:00Z` });
  } catch (error) {
    // The day may be none, the rule set of that day may have faults, and it may not know the event.
    if (!isRuleSetError(error) && !(error instanceof RangeError)) throw error;
    return { index: document.index, outcome: "unknown", findings: [cannotJudge(document, "rules", error.message)] };
  }
}
