import type { Outcome } from "../../check/check.ts";
import type { TransitionResult } from "../../lifecycle/transition.ts";
import type { RuleSet } from "../../rule-set.ts";
import { type Clause, noWorseThan, type Standing } from "../solver/clause.ts";
import { clausesOf, enteredByCheck } from "../solver/clauses.ts";
import type { Purpose } from "../solver/rule-parts.ts";
import type { Solver } from "../solver/solver.ts";
import { type Compared, compareSides, type Sides } from "./compare.ts";
import { checkWitness, eventWitness, usualTime, type Witness } from "./witness.ts";

/** Two rule sets, the older one first, and the solver that knows both. */
export interface Versions {
  readonly solver: Solver;
  readonly before: RuleSet;
  readonly after: RuleSet;
}

/**
 * Compares what a check for an event says.
 * @param known comparisons that were made already: most events ask the same rules
 */
export function compareChecks(versions: Versions, event: string, known: Map<string, Compared>): Compared {
  const { solver, before, after } = versions;
  const sides = sidesOf(solver, event, "check");
  const given = givenByCheck(solver, event);
  const key = JSON.stringify([
    ...[sides.before, sides.after].map((side) => side.map(({ canonical }) => canonical)),
    given === undefined,
  ]);
  const compared =
    known.get(key) ??
    (given === undefined
      ? enteredDifferently(sides)
      : compareSides(solver, {
          ...sides,
          given,
          tellsOpen: true,
          confirms: (assignment, first, second) => {
            const witness = checkWitness(solver.space, assignment);
            return standsSo(before, event, witness, first) && standsSo(after, event, witness, second);
          },
        }));
  known.set(key, compared);
  return compared;
}

/** The outcome of a check, for each standing. */
export const outcomeOf: Readonly<Record<Standing, Outcome>> = { ok: "exportable", open: "unknown", against: "blocked" };

function standsSo(rules: RuleSet, event: string, { document, at = usualTime }: Witness, standing: Standing): boolean {
  return rules.check(document, document.$context, { event, at }).outcome === outcomeOf[standing];
}

/** Compares whether an event can happen: by ERP status, guards, roles, entered values and rules. */
export function comparePossibility(versions: Versions, event: string, checks: Compared): Compared {
  const { solver, before, after } = versions;
  return compareSides(solver, {
    ...sidesOf(solver, event, "event"),
    given: [],
    tellsOpen: false,
    told: checks.found,
    confirms: (assignment, first, second) => {
      const witness = eventWitness(solver.space, assignment, event);
      return (
        moved(before, event, witness).ok === (first === "ok") && moved(after, event, witness).ok === (second === "ok")
      );
    },
  });
}

/**
 * Finds a PCCO with which an event can happen.
 * @param which rule sets must let it happen
 */
export function findPossible(
  versions: Versions,
  event: string,
  which: "before" | "after" | "both",
): Witness | undefined {
  const { solver } = versions;
  const [older, newer] = solver.space.sources;
  const asked = [which === "after" ? undefined : older, which === "before" ? undefined : newer];
  const demands = asked
    .flatMap((source) => (source === undefined ? [] : clausesOf(solver.space, source, event, "event")))
    .flatMap((clause) => noWorseThan(clause, "ok"));
  const answer = solver.find({ demands, ways: [] });
  if (answer.kind !== "found") return undefined;
  const witness = eventWitness(solver.space, answer.assignment, event);
  const sets = [which === "after" ? undefined : versions.before, which === "before" ? undefined : versions.after];
  return sets.every((rules) => rules === undefined || moved(rules, event, witness).ok) ? witness : undefined;
}

/** Lets an event happen to a witness. What the event does not take is not entered. */
export function moved(rules: RuleSet, event: string, { document, input = {} }: Witness): TransitionResult {
  const takes = rules.definition.lifecycle[event]?.input ?? {};
  const entered = Object.fromEntries(Object.entries(input).filter(([name]) => Object.hasOwn(takes, name)));
  return rules.transition(document, event, { at: usualTime, context: document.$context, input: entered });
}

function sidesOf({ space }: Solver, event: string, purpose: Purpose): Pick<Sides, "before" | "after"> {
  const [before = [], after = []] = space.sources.map((source) => clausesOf(space, source, event, purpose));
  return { before, after };
}

/** What a check enters; `undefined` when the two rule sets have it enter different things. */
function givenByCheck({ space }: Solver, event: string): Sides["given"] | undefined {
  const days = space.sources.map(({ machine }) => (machine.events.get(event)?.defaultsToday ?? []).toSorted().join());
  return new Set(days).size > 1 ? undefined : space.sources.flatMap((source) => enteredByCheck(space, source, event));
}

function enteredDifferently({ before, after }: Pick<Sides, "before" | "after">): Compared {
  const only = (side: readonly Clause[], other: readonly Clause[]): readonly Clause[] =>
    side.filter(({ canonical }) => !other.some((each) => each.canonical === canonical));
  const why = "what is entered for the event has other defaults";
  return {
    found: [],
    notDecided: [
      ...only(after, before).map((cause) => ({ before: "ok", after: "against", cause, why }) as const),
      ...only(before, after).map((cause) => ({ before: "against", after: "ok", cause, why }) as const),
    ],
  };
}
