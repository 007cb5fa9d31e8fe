// What the tests of explanations share.
import type { JsonObject } from "../../document/value.ts";
import type { Pcco, PccoContext } from "../../generated/types.ts";
import type { RuleSet } from "../../rule-set.ts";
import { type ExplainOptions, type Explanation, explainRules } from "./explain-rules.ts";

/** An explanation that must be there. */
export function explained(
  rules: RuleSet,
  document: Pcco | JsonObject,
  context: PccoContext,
  options: ExplainOptions,
): Explanation {
  const why = explainRules(rules, document, context, options);
  if (why === undefined) throw new Error("there is nothing to explain");
  return why;
}
