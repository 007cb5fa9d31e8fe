import type { Outcome } from "../../check/check.ts";
import type { JsonObject } from "../../document/value.ts";
import type { Pcco, PccoContext, Reason } from "../../generated/types.ts";
import type { RuleSet } from "../../rule-set.ts";
import { usualTime } from "../diff/witness.ts";

/** A PCCO with its surroundings, the person and what is entered. */
export interface Sample {
  readonly document: Pcco;
  readonly context: PccoContext;
  /** The event a check is made for. */
  readonly event: string;
  /** What is entered for events that take it, by name. */
  readonly input: JsonObject;
}

/** What a rule set says of a sample. */
export interface Verdicts {
  readonly outcome: Outcome;
  /** Ids of rules, sorted. */
  readonly broken: readonly string[];
  readonly unknown: readonly string[];
  /** For each event the ERP status it leads to, or the kinds of reasons for which it is refused. */
  readonly events: Readonly<Record<string, EventVerdict>>;
}

/** The ERP status an event leads to, or the kinds of reasons for which it is refused, sorted. */
export type EventVerdict = string | readonly Reason["kind"][];

/** Asks a rule set everything about a sample. */
export function verdictsOf(rules: RuleSet, sample: Sample): Verdicts {
  const events = rules.events.map((event) => [event, eventVerdict(rules, sample, event)] as const);
  return { ...checkVerdict(rules, sample), events: Object.fromEntries(events) };
}

/** What a check of a sample finds. */
export function checkVerdict(rules: RuleSet, sample: Sample): Omit<Verdicts, "events"> {
  const { document, context, event } = sample;
  const asked = { event, at: usualTime, input: inputFor(rules, sample, event) };
  const { outcome, findings } = rules.check(document, context, asked);
  const idsOf = (state: string): readonly string[] =>
    [...new Set(findings.filter((found) => found.state === state).map(({ ruleId }) => ruleId))].sort();
  return { outcome, broken: idsOf("broken"), unknown: idsOf("unknown") };
}

/** What comes of an event. */
export function eventVerdict(rules: RuleSet, sample: Sample, event: string): EventVerdict {
  const { document, context } = sample;
  const moved = rules.transition(document, event, { at: usualTime, context, input: inputFor(rules, sample, event) });
  if (moved.ok) return rules.statusOf(moved.document);
  return [...new Set(moved.reasons.map(({ kind }) => kind))].sort();
}

/** What is entered for one event, of what is entered for all that take it. */
export function inputFor({ definition }: RuleSet, { input }: Pick<Sample, "input">, event: string): JsonObject {
  const taken = definition.lifecycle[event]?.input ?? {};
  return Object.fromEntries(Object.entries(input).filter(([name]) => Object.hasOwn(taken, name)));
}

/** A sample as a PCCO that says how it is judged and what must be found. */
export function documentOf(rules: RuleSet, sample: Sample, pin: string): JsonObject {
  const { document, context, event, input } = sample;
  const { events, ...found } = verdictsOf(rules, sample);
  const expected = {
    ...(event === "send" ? {} : { event }),
    ...(Object.keys(input).length === 0 ? {} : { input }),
    ...found,
    ...(Object.keys(events).length === 0 ? {} : { events }),
  };
  return { $rules: pin, $context: context, $expect: expected, ...document };
}
