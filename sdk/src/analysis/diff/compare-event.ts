import type { Outcome } from "../../check/check.ts";
import type { TransitionResult } from "../../lifecycle/transition.ts";
import type { RuleSet } from "../../rule-set.ts";
import { type Clause, noWorseThan, type Standing } from "../solver/clause.ts";
import { enteredByCheck, notGiven } from "../solver/clauses.ts";
import type { Purpose } from "../solver/rule-parts.ts";
import type { Demand } from "../solver/search.ts";
import type { Solver } from "../solver/solver.ts";
import type { Space } from "../solver/space.ts";
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
  const given = givenByCheck(solver, event, sides);
  const key = JSON.stringify([
    ...[sides.before, sides.after].map((side) => side.map(({ canonical }) => canonical)),
    given === undefined,
  ]);
  const compared =
    known.get(key) ??
    (given === undefined
      ? enteredDifferently(solver, sides)
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

/** What a check says that holds a witness back: of a rule, or of a value of a wrong type that it met. */
export function messageOfCheck(rules: RuleSet, event: string, witness: Witness, rule: string): string | undefined {
  const { document, at = usualTime } = witness;
  const { findings } = rules.check(document, document.$context, { event, at });
  const found = findings.find(({ ruleId }) => ruleId === rule) ?? findings.find(({ stage }) => stage === "read");
  return found?.message;
}

/** Why an event can't happen to a witness. */
export function messageOfEvent(rules: RuleSet, event: string, witness: Witness): string | undefined {
  const result = moved(rules, event, witness);
  return result.ok ? undefined : result.reasons[0]?.message;
}

/** Compares whether an event can happen: by ERP status, guards, roles, entered values and rules. */
export function comparePossibility(versions: Versions, event: string, checks: Compared): Compared {
  const { solver, before, after } = versions;
  return compareSides(solver, {
    ...sidesOf(solver, event, "event"),
    given: notEntered(solver, event),
    tellsOpen: false,
    told: checks.seen,
    confirms: (assignment, first, second) => {
      const witness = eventWitness(solver.space, assignment, event);
      return (
        moved(before, event, witness).ok === (first === "ok") && moved(after, event, witness).ok === (second === "ok")
      );
    },
  });
}

/** What may be entered by one rule set alone is not: a caller of the other can't know of it. */
function notEntered({ space }: Solver, event: string): readonly Demand[] {
  const inputs = space.sources.map(({ events }) => events.get(event)?.input ?? {});
  return inputs.flatMap((own, index) =>
    Object.entries(own)
      .filter(([name, { required }]) => !required && !Object.hasOwn(inputs[1 - index] ?? {}, name))
      .map(([name]) => notGiven(space, name)),
  );
}

/**
 * Finds a PCCO with which an event can happen.
 * @param which rule sets must let it happen
 */
export function findPossible(
  { solver, before, after }: Versions,
  event: string,
  which: "before" | "after" | "both",
): Witness | "none" | { readonly why: string } {
  const [older, newer] = solver.space.sources;
  const asked = [
    { source: older, rules: before, counts: which !== "after" },
    { source: newer, rules: after, counts: which !== "before" },
  ].filter(({ counts }) => counts);
  const demands = asked
    .flatMap(({ source }) => (source === undefined ? [] : solver.clauses.of(source, event, "event")))
    .flatMap((clause) => noWorseThan(clause, "ok"));
  const answer = solver.find({ demands, ways: [] });
  if (answer.kind === "none") return "none";
  if (answer.kind === "not decided") return answer;
  const witness = eventWitness(solver.space, answer.assignment, event);
  return asked.every(({ rules }) => moved(rules, event, witness).ok)
    ? witness
    : { why: "what was found does not show it" };
}

/** Lets an event happen to a witness. What the event does not take is not entered. */
export function moved(rules: RuleSet, event: string, { document, input = {} }: Witness): TransitionResult {
  const takes = rules.definition.lifecycle[event]?.input ?? {};
  const entered = Object.fromEntries(Object.entries(input).filter(([name]) => Object.hasOwn(takes, name)));
  return rules.transition(document, event, { at: usualTime, context: document.$context, input: entered });
}

function sidesOf({ space, clauses }: Solver, event: string, purpose: Purpose): Clauses {
  const [before = [], after = []] = space.sources.map((source) => clauses.of(source, event, purpose));
  return { before, after };
}

/** What a check enters; `undefined` when the two rule sets have it enter different things, and rules look at them. */
function givenByCheck({ space }: Solver, event: string, sides: Clauses): Sides["given"] | undefined {
  if (asksInput(space, sides).length === 0) return [];
  const days = space.sources.map(({ events }) => (events.get(event)?.defaultsToday ?? []).toSorted().join());
  return new Set(days).size > 1 ? undefined : space.sources.flatMap((source) => enteredByCheck(space, source, event));
}

type Clauses = Pick<Sides, "before" | "after">;

/** The clauses that look at what is entered. */
function asksInput({ variables }: Space, { before, after }: Clauses): readonly Clause[] {
  return [...before, ...after].filter(({ parts }) =>
    parts.some(({ unit }) => unit.scope.some((variable) => variables[variable]?.slot.place === "input")),
  );
}

/** Of no clause that only one side has, or that looks at what is entered, can be told what it makes of the other side. */
function enteredDifferently({ space }: Solver, sides: Clauses): Compared {
  const { before, after } = sides;
  const lacks = (side: readonly Clause[], { canonical }: Clause): boolean =>
    side.every((other) => other.canonical !== canonical);
  const causes = [
    ...before.filter((clause) => lacks(after, clause)),
    ...after.filter((clause) => lacks(before, clause)),
    ...asksInput(space, sides),
  ];
  const standings: readonly Standing[] = ["ok", "open", "against"];
  const pairs = standings.flatMap((first) => standings.map((second) => ({ before: first, after: second })));
  const why = "what is entered for the event has other defaults";
  const notDecided = [...new Set(causes)].flatMap((cause) =>
    pairs.filter((pair) => pair.before !== pair.after).map((pair) => ({ ...pair, cause, why })),
  );
  return { found: [], seen: [], notDecided };
}
