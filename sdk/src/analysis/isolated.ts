import type { Rule } from "../generated/types.ts";
import type { ResolvedRuleSet } from "../rules/resolve.ts";

/**
 * A rule set with one rule alone, so that what is looked for is found quickly. Its severity and stage make no difference to
 * what it says.
 * @param rule the rule as it is to be; without it there is none
 * @param event the event it is asked for, when it looks at what is entered
 */
export function withRule(
  set: ResolvedRuleSet,
  id: string,
  rule: Rule | undefined,
  event: string | undefined,
): ResolvedRuleSet {
  const alone = set.rules.filter((each) => each.id === id && rule !== undefined);
  const rules = alone.map((each) => ({
    ...each,
    definition: { ...each.definition, ...rule, severity: "error", stage: "send" } as const,
  }));
  return { ...set, rules, roles: {}, lifecycle: event === undefined ? {} : eventAlone(set, event) };
}

/** A rule set with one event alone, which asks for no rules. */
export function withEvent(set: ResolvedRuleSet, event: string): ResolvedRuleSet {
  const roles = new Set([set.lifecycle[event]?.role ?? []].flat());
  return {
    ...set,
    rules: [],
    roles: Object.fromEntries(Object.entries(set.roles).filter(([name]) => roles.has(name))),
    lifecycle: eventAlone(set, event),
  };
}

function eventAlone({ lifecycle }: ResolvedRuleSet, event: string): ResolvedRuleSet["lifecycle"] {
  const own = lifecycle[event];
  return own === undefined ? {} : { [event]: own };
}
