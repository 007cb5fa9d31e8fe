import { compileRule } from "../../check/rule.ts";
import { DOES_NOT_APPLY } from "../../context/judgement.ts";
import type { ResolvedRule, ResolvedRuleSet } from "../../rules/resolve.ts";
import type { Askable } from "../askable.ts";
import { listsOf, readsOf } from "../solver/reads.ts";

/** What a rule can say of a PCCO without faults of type. */
export type RuleWord = "holds" | "broken" | "does not apply" | "unknown";

/**
 * What a rule can say. One without a condition that asks for a value always applies; one that looks at nothing but the
 * PCCO, or at what is entered by itself, always knows.
 */
export function statesOf(rule: ResolvedRule, set: ResolvedRuleSet, askable: Askable): readonly RuleWord[] {
  return [
    "holds",
    "broken",
    ...(canBeLeftOut(rule, set, askable) ? (["does not apply"] as const) : []),
    ...(canBeUnknown(rule, set, askable) ? (["unknown"] as const) : []),
  ];
}

function canBeLeftOut(rule: ResolvedRule, set: ResolvedRuleSet, { names }: Askable): boolean {
  const { check, fields } = compileRule(rule, set, names)?.quick() ?? {};
  if (rule.definition.when !== undefined || check?.subject === "list") return true;
  if (check?.subject !== "value") return false;
  return check.whenAbsent === DOES_NOT_APPLY || fields?.some(({ list }) => list !== undefined) === true;
}

function canBeUnknown({ id, definition }: ResolvedRule, set: ResolvedRuleSet, { events }: Askable): boolean {
  const asking = [...events.values()].filter(({ rules }) => rules.some((rule) => rule.id === id));
  return readsOf(set, listsOf([set]))
    .ofRule(definition)
    .some(({ place, steps }) => {
      if (place !== "input") return place === "context";
      return asking.some(({ defaultsToday }) => !defaultsToday.includes(steps.join(".")));
    });
}
