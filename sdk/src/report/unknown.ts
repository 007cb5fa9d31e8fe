import type { Finding } from "../generated/types.ts";
import { count } from "./words.ts";

/** More rules than this are not named one by one. */
const mostNamed = 6;

/**
 * What could not be judged, in as few sentences as it takes: one for each set of missing parts of the context,
 * with the rules that need them.
 */
export function unknownSentences(findings: readonly Finding[]): readonly string[] {
  const groups = new Map<string, Set<string>>();
  for (const { state, ruleId, missing } of findings) {
    if (state !== "unknown") continue;
    const cause =
      missing === undefined || missing.length === 0
        ? "a value is of the wrong kind"
        : `the context does not give ${sentenceList([...missing].sort())}`;
    groups.set(cause, (groups.get(cause) ?? new Set()).add(ruleId));
  }
  return [...groups].map(
    ([cause, rules]) => `Can't tell for ${count(rules.size, "rule")}: ${cause} (${named([...rules])}).`,
  );
}

function named(rules: readonly string[]): string {
  if (rules.length <= mostNamed) return rules.join(", ");
  const shown = mostNamed - 1;
  return `${rules.slice(0, shown).join(", ")} and ${rules.length - shown} more`;
}

function sentenceList(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
