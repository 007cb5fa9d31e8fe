import { BROKEN, DOES_NOT_APPLY, HOLDS, type Judgement } from "../context/judgement.ts";

/** What a rule says of a PCCO as a whole. `unknown`: a fact it needs is not given, or is of the wrong type. */
export type RuleState = "holds" | "broken" | "unknown" | "does not apply";

/** A judgement as a word. */
export function ruleStateOf(judgement: Judgement): RuleState {
  if (judgement === DOES_NOT_APPLY) return "does not apply";
  if (judgement === HOLDS) return "holds";
  return judgement === BROKEN ? "broken" : "unknown";
}
