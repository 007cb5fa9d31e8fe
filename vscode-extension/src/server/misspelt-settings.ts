import { didYouMean } from "@erp-export-rules/sdk/authoring";
import type { FoundRules } from "./rule-files.ts";

/** Says of an event that the settings name and that the rules do not have, which was probably meant. */
export function noEvent(found: FoundRules, event: string): string {
  if ("problem" in found) return found.problem;
  const { events, reference } = found.rules;
  return `the rule set ${reference.id} ${reference.version} has no event "${event}", which the setting erpExportRules.event names.${didYouMean(event, events)}`;
}

/** Says of a toggle that the settings set and that no rule set has, which was probably meant. */
export function noFeature(set: readonly string[], known: readonly string[]): string | undefined {
  const stray = set.find((name) => !known.includes(name));
  if (stray === undefined) return undefined;
  const features = [...new Set(known)].join(", ") || "none";
  return `there is no feature "${stray}", which the setting erpExportRules.features names.${didYouMean(stray, known)} Features are ${features}.`;
}
