import { compileNames } from "./check/names.ts";
import { type CompiledRule, compileRule } from "./check/rule.ts";
import { type RuleState, ruleStateOf } from "./check/rule-state.ts";
import type { Pcco, PccoContext } from "./generated/types.ts";
import { compileMachine, factsFor, type Machine } from "./lifecycle/machine.ts";
import { viewOf } from "./procore/view.ts";
import type { ResolvedRuleSet } from "./rules/resolve.ts";

/** For which event rules are asked, and when it happens (RFC 3339). */
export interface RuleStatesOptions {
  readonly event: string;
  readonly at?: string;
}

const compiled = new WeakMap<ResolvedRuleSet, Machine>();

/**
 * What each rule of an event says of a PCCO, by rule id. For explaining: a check tells only what is broken or unknown.
 * @param definition the definition of a rule set that was loaded, so that its names are known to exist
 * @returns nothing for an event that the rule set does not have, and for a value that is no PCCO
 */
export function ruleStates(
  definition: ResolvedRuleSet,
  pcco: Pcco | Readonly<Record<string, unknown>>,
  context: PccoContext | undefined,
  { event, at }: RuleStatesOptions,
): ReadonlyMap<string, RuleState> {
  const asked = machineOf(definition).events.get(event);
  const view = viewOf(pcco, context);
  if (asked === undefined || view === undefined) return new Map();
  const facts = factsFor(asked, view, undefined, at);
  return new Map(asked.rules.map((rule) => [rule.id, ruleStateOf(rule.judge(facts))]));
}

function machineOf(definition: ResolvedRuleSet): Machine {
  const known = compiled.get(definition);
  if (known !== undefined) return known;
  const names = compileNames(definition);
  const rules = definition.rules
    .map((rule) => compileRule(rule, definition, names))
    .filter((rule): rule is CompiledRule => rule !== undefined);
  const machine = compileMachine(definition, rules, names);
  compiled.set(definition, machine);
  return machine;
}
