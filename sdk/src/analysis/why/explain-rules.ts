import type { Outcome } from "../../check/check.ts";
import { compileNames } from "../../check/names.ts";
import { compileRule } from "../../check/rule.ts";
import { fromPointer, type Path, toPointer } from "../../document/pointer.ts";
import type { JsonObject } from "../../document/value.ts";
import type { Pcco, PccoContext, Reason } from "../../generated/types.ts";
import { compileMachine, factsFor } from "../../lifecycle/machine.ts";
import { withoutLifecycle } from "../../lifecycle/without-lifecycle.ts";
import { viewOf } from "../../procore/view.ts";
import type { CheckOptions, RuleSet } from "../../rule-set.ts";
import type { ResolvedRule } from "../../rules/resolve.ts";
import { type EventWhy, explainEvent } from "./event.ts";
import type { Asked } from "./fact.ts";
import { explainRule, type RuleWhy } from "./rule.ts";

/** What an explanation is asked with: what a check is asked with. */
export type ExplainOptions = CheckOptions;

/** How a verdict comes about. */
export interface Explanation {
  /** The event the check is made for. */
  readonly event: { readonly name: string; readonly label: string };
  /** As `check` says. */
  readonly outcome: Outcome;
  /** The rules of the event, in the order of the rule file. */
  readonly rules: readonly RuleWhy[];
  /** The other rules, and why they are not asked. */
  readonly notAsked: readonly { readonly id: string; readonly title: string; readonly because: string }[];
  /** `undefined` for rules without a life cycle. */
  readonly move: EventWhy | undefined;
  /** Every reason why the event can't happen, as `transition` says; without a time, but for that it has none. */
  readonly reasons: readonly Reason[];
}

/**
 * Tells how the verdict on a PCCO comes about: of each rule its path through its condition, the facts it looked at and
 * what it says, and of the event the ERP status, the roles and the guards.
 * @returns `undefined` for a value that is no PCCO, and for an event that the rule set does not have
 */
export function explainRules(
  rules: RuleSet,
  pcco: Pcco | JsonObject,
  context: PccoContext,
  options: ExplainOptions = {},
): Explanation | undefined {
  const { event: name = "send", at, input, sourceOf } = options;
  const set = rules.definition;
  const names = compileNames(set);
  const compiled = set.rules.flatMap((rule) => compileRule(rule, set, names) ?? []);
  const machine = compileMachine(set, compiled, names);
  const event =
    machine.events.get(name) ?? (machine.events.size === 0 && name === "send" ? withoutLifecycle(compiled) : undefined);
  const view = viewOf(pcco, context);
  if (event === undefined || view === undefined) return undefined;
  const facts = factsFor(event, view, input, at);
  const { outside } = view;
  const source = sourceOf && outside ? (path: Path) => sourceOf(fromPointer(outside(toPointer(path)))) : sourceOf;
  const asked: Asked = { set, names, outside, facts: source === undefined ? facts : { ...facts, sourceOf: source } };
  const asksFor = new Map(event.rules.map((rule) => [rule.id, rule]));
  const why = set.rules.flatMap((rule) => {
    const its = asksFor.get(rule.id);
    return its === undefined ? [] : [explainRule(asked, rule, its)];
  });
  const others = set.rules.filter(({ id }) => !asksFor.has(id));
  const move = explainEvent(asked, machine, event);
  return {
    event: { name, label: event.label },
    outcome: rules.check(pcco, context, options).outcome,
    rules: why,
    notAsked: others.map((rule) => ({
      id: rule.id,
      title: rule.definition.title ?? rule.id,
      because: becauseOf(rule, move === undefined ? undefined : (set.lifecycle[name]?.checks ?? [])),
    })),
    move,
    reasons: move === undefined ? [] : reasonsOf(rules, pcco, name, context, { at, input }),
  };
}

function becauseOf({ definition: { severity, stage } }: ResolvedRule, stages: readonly string[] | undefined): string {
  if (severity === "off") return "it is off";
  if (stages?.includes(stage)) return "it looks at what is entered for another event";
  return `it belongs to what is checked at "${stage}", which is not part of this event`;
}

function reasonsOf(
  rules: RuleSet,
  pcco: Pcco | JsonObject,
  event: string,
  context: PccoContext,
  { at, input }: { readonly at: string | undefined; readonly input: JsonObject | undefined },
): readonly Reason[] {
  const moved = rules.transition(pcco, event, { at: at ?? "", context, ...(input === undefined ? {} : { input }) });
  return moved.ok ? [] : moved.reasons.filter(({ input: name }) => at !== undefined || name !== "at");
}
