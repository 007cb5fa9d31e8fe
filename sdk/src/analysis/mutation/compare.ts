import type { RuleSet } from "../../rule-set.ts";
import type { ResolvedRuleSet } from "../../rules/resolve.ts";
import { askableOf } from "../askable.ts";
import { compareSides } from "../diff/compare.ts";
import { eventWitness } from "../diff/witness.ts";
import { canonicalOf } from "../solver/canonical.ts";
import { createSolver } from "../solver/solver.ts";
import { type Sought, seekByEvent, seekByRule } from "./seek.ts";
import { touchesOf } from "./touch.ts";

/** A search for a difference, and the event for which it shows. */
export type SoughtFor = Sought & { readonly event: string };

/**
 * Looks for PCCOs of which a rule set says something else once it is changed, wherever the change can matter. When nothing
 * is found anywhere, and nothing was left undecided, the two always say the same.
 */
export function* seekDifferences(before: RuleSet, after: RuleSet): Generator<SoughtFor> {
  const [older, newer] = [before.definition, after.definition];
  const [askedBefore, askedAfter] = [askedFor(older), askedFor(newer)];
  const [nameBefore, nameAfter] = [canonicalOf(older), canonicalOf(newer)];
  for (const { id, definition } of older.rules) {
    const changed = newer.rules.find((rule) => rule.id === id)?.definition ?? definition;
    const [first, second] = [askedBefore.get(id) ?? [], askedAfter.get(id) ?? []];
    const [both, some] = [first.filter((event) => second.includes(event)), [...first, ...second]];
    const [event] = inOrder(both);
    if (event !== undefined && nameBefore.rule(definition) !== nameAfter.rule(changed))
      yield* forEvent(event, seekByRule([older, newer], id, event));
    for (const only of inOrder(some.filter((each) => !both.includes(each)))) {
      const sides = [first.includes(only) ? older : undefined, second.includes(only) ? newer : undefined] as const;
      yield* forEvent(only, seekByRule(sides, id, only));
    }
    if ((definition.severity === "error") !== (changed.severity === "error")) yield* seekByOutcome(before, after, both);
  }
  for (const event of before.events) {
    if (eventKey(older, event) !== eventKey(newer, event)) yield* forEvent(event, seekByEvent(older, newer, event));
  }
}

function* forEvent(event: string, searches: Iterable<Sought>): Generator<SoughtFor> {
  for (const sought of searches) yield { ...sought, event };
}

/** For which events each rule is asked. */
function askedFor(set: ResolvedRuleSet): ReadonlyMap<string, readonly string[]> {
  const asked = new Map<string, string[]>();
  for (const [event, { rules }] of askableOf(set).events) {
    for (const { id } of rules) asked.set(id, [...(asked.get(id) ?? []), event]);
  }
  return asked;
}

/** What decides whether an event can happen, besides rules: events of the same key can happen alike. */
function eventKey(set: ResolvedRuleSet, name: string): string {
  const { from, role, guards = [], input } = set.lifecycle[name] ?? {};
  const canonical = canonicalOf(set);
  const roles = [role ?? []].flat().map((each) => canonical.condition(set.roles[each]?.where ?? {}));
  return JSON.stringify([from, roles, guards.map(({ when }) => canonical.condition(when)), input, set.states]);
}

/** The event that people know best comes first. */
function inOrder(events: readonly string[]): readonly string[] {
  return events.includes("send") ? ["send", ...events.filter((event) => event !== "send")] : events;
}

/** What a rule weighs shows in the outcome, and in whether events can happen. */
function* seekByOutcome(before: RuleSet, after: RuleSet, events: readonly string[]): Generator<SoughtFor> {
  const solver = createSolver([before.definition, after.definition]);
  for (const event of inOrder(events)) {
    for (const purpose of before.events.length === 0 ? (["check"] as const) : (["check", "event"] as const)) {
      const [older = [], newer = []] = solver.space.sources.map((source) => solver.clauses.of(source, event, purpose));
      const { found, notDecided } = compareSides(solver, {
        before: older,
        after: newer,
        given: [],
        tellsOpen: purpose === "check",
        confirms: () => true,
      });
      for (const { assignment } of found)
        yield {
          kind: "shown",
          event,
          witness: eventWitness(solver.space, assignment, event),
          touched: touchesOf(solver.space, assignment, [...solver.space.variables.keys()]),
        };
      for (const { why } of notDecided) yield { kind: "not decided", event, why };
    }
  }
}
