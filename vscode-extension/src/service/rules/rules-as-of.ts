import type { RuleSet } from "@erp-export-rules/sdk";
import { isRuleSetError } from "@erp-export-rules/sdk/authoring";
import { valueAt } from "@erp-export-rules/sdk/text";
import type { SampleGiven } from "../model.ts";
import { shipped } from "./rule-sets.ts";

/**
 * The version of the rule set of a PCCO that was in force on a day; without a day the one that applies.
 * @param asOf `YYYY-MM-DD`
 * @returns a sentence when there was none
 */
export function rulesAsOf(
  rules: RuleSet,
  { document, library }: Pick<SampleGiven, "document" | "library">,
  asOf: string | undefined,
): RuleSet | string {
  if (asOf === undefined) return rules;
  const pinned = valueAt(document().value, ["$rules"]);
  const reference = typeof pinned === "string" ? pinned : rules.reference.id;
  try {
    return shipped(library.find(reference, asOf), library);
  } catch (error) {
    // There may be none of that day, or it may have faults.
    if (!isRuleSetError(error)) throw error;
    return error.message;
  }
}
