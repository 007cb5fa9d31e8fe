import type { RulePlace } from "../../generated/types.ts";
import type { LintFinding } from "./finding.ts";

/**
 * Says that something could not be told.
 * @param what as the end of a sentence: `whether ...`
 */
export function notDecided(place: RulePlace, what: string): LintFinding {
  const message = `Not decided: ${what}. There are too many cases to try, or values that can't be split into classes.`;
  return { id: "lint/not-decided", severity: "info", message, place, related: [] };
}
