import type { Finding, Reason } from "../../sdk/src/generated/types.ts";
import type { Against } from "./naive/events.ts";
import type { Found } from "./naive/verdict.ts";

/**
 * What is told, in a form that can be compared: `rule-id /path (unknown)`, sorted. Beside a value of a wrong type it is left
 * open whether a rule that waits for such a value is told too.
 * @param naive what the interpreter finds: it knows which ones these are
 */
export function findingsTold(told: readonly (Finding | Found)[], naive: readonly Found[]): readonly string[] {
  const isTyped = naive.some(({ ruleId }) => ruleId === "document/type");
  const optional = new Set(naive.filter(({ isOptional }) => isTyped && isOptional).map(wordsOf));
  return told
    .map(wordsOf)
    .filter((each) => !optional.has(each))
    .sort();
}

function wordsOf({ ruleId, path, state }: Pick<Found, "ruleId" | "path" | "state">): string {
  return `${ruleId} ${path}${state === "unknown" ? " (unknown)" : ""}`;
}

/** The reasons against an event in the same way: `rule rule-id /path (unknown)`. */
export function reasonsTold(told: readonly (Reason | Against)[], naive: readonly Against[]): readonly string[] {
  const isTyped = naive.some(({ what }) => what.startsWith("document/type "));
  const optional = new Set(naive.filter(({ isOptional }) => isTyped && isOptional).map(reasonWords));
  return told
    .map(reasonWords)
    .filter((each) => !optional.has(each))
    .sort();
}

function reasonWords(reason: Reason | Against): string {
  if ("what" in reason) return words(reason.kind, reason.what, reason.isUnknown);
  const { kind, ruleId, path, input, unknown = false } = reason;
  return words(kind, kind === "rule" ? `${ruleId} ${path}` : (input ?? ""), unknown);
}

function words(kind: string, what: string, isUnknown: boolean): string {
  return `${kind} ${what}${isUnknown ? " (unknown)" : ""}`;
}
