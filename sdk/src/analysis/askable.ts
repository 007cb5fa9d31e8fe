import type { Names } from "../check/condition.ts";
import { compileNames } from "../check/names.ts";
import { compileRule } from "../check/rule.ts";
import type { Facts } from "../context/facts.ts";
import type { RuleTestCase } from "../generated/types.ts";
import { compileMachine, factsFor, type MachineEvent } from "../lifecycle/machine.ts";
import { withoutLifecycle } from "../lifecycle/without-lifecycle.ts";
import { viewOf } from "../procore/view.ts";
import type { ResolvedRuleSet } from "../rules/resolve.ts";
import type { Given } from "./given.ts";

/** A rule set whose rules, fields and events can be asked one by one. */
export interface Askable {
  readonly names: Names;
  /** Rules without a life cycle can be asked as if for sending. */
  readonly events: ReadonlyMap<string, MachineEvent>;
}

/** Makes the parts of a rule set askable; its names are known to exist. */
export function askableOf(set: ResolvedRuleSet): Askable {
  const names = compileNames(set);
  const rules = set.rules.flatMap((rule) => compileRule(rule, set, names) ?? []);
  const { events } = compileMachine(set, rules, names);
  return { names, events: events.size > 0 ? events : new Map([["send", withoutLifecycle(rules)]]) };
}

/** What rules see of a case; `undefined` when its document is no PCCO. */
export function factsOf(
  event: MachineEvent,
  { document, context }: Given,
  { input }: Pick<RuleTestCase, "input">,
  at: string | undefined,
): Facts | undefined {
  const view = viewOf(document, context);
  return view === undefined ? undefined : factsFor(event, view, input, at);
}
