import { compileNames } from "../check/names.ts";
import { type CompiledRule, compileRule } from "../check/rule.ts";
import type { ResolvedRule, ResolvedRuleSet } from "../rules/resolve.ts";
import { compileMachine } from "./machine.ts";
import { withoutLifecycle } from "./without-lifecycle.ts";

/** The groups of rules that events of a rule set ask together, each once. Its names are known to exist. */
export function askedTogether(set: ResolvedRuleSet): readonly (readonly ResolvedRule[])[] {
  const names = compileNames(set);
  const rules = set.rules
    .map((rule) => compileRule(rule, set, names))
    .filter((rule): rule is CompiledRule => rule !== undefined);
  const { events } = compileMachine(set, rules, names);
  const asked = events.size === 0 ? [withoutLifecycle(rules)] : [...events.values()];
  const groups = new Map<string, readonly ResolvedRule[]>();
  for (const event of asked) {
    const ids = event.rules.map(({ id }) => id);
    if (ids.length > 0)
      groups.set(
        ids.join(" "),
        set.rules.filter(({ id }) => ids.includes(id)),
      );
  }
  return [...groups.values()];
}
