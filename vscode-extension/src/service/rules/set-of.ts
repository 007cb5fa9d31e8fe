import { isRuleSetError, type ResolvedRuleSet } from "@erp-export-rules/sdk/authoring";
import { valueAt } from "@erp-export-rules/sdk/text";
import type { Project, RuleTestText, RuleText } from "../model.ts";
import { isRuleText } from "./occurrences.ts";
import { readable } from "./readable.ts";
import { ruleSetFor } from "./rule-sets.ts";

/** The rule set that a file makes or tests, put together; while it has faults, its last good one. */
export function setOf(file: RuleText | RuleTestText, project: Project): ResolvedRuleSet | undefined {
  if (isRuleText(file)) return file.ruleSet?.definition;
  const reference = valueAt(readable(file).value, ["ruleSet"]);
  if (typeof reference !== "string") return undefined;
  try {
    return ruleSetFor(reference, project).definition;
  } catch (error) {
    if (!isRuleSetError(error)) throw error;
    return undefined;
  }
}
