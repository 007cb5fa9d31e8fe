import type { Facts } from "../../context/facts.ts";
import { factsFor } from "../../lifecycle/machine.ts";
import { viewOf } from "../../procore/view.ts";
import type { RuleSet } from "../../rule-set.ts";
import type { RuleFileSource } from "../../rules/rule-file.ts";
import { eventWitness, usualTime, type Witness } from "../diff/witness.ts";
import { type Clause, noWorseThan } from "../solver/clause.ts";
import type { Demand } from "../solver/search.ts";
import { type Answer, createSolver, type Solver } from "../solver/solver.ts";
import type { SpaceSource } from "../solver/space.ts";
import type { LintWitness } from "./finding.ts";
import { type OwnRules, ownRules } from "./own-rules.ts";
import { createRuleUnits, type Wanted } from "./rule-units.ts";

/** Whether there is a PCCO of some kind. `none` is proved. */
export type Exists = "some" | "none" | "not decided";

/** A rule file with its rule set, ready to be asked what can be. */
export interface Scene extends OwnRules {
  readonly solver: Solver;
  readonly space: SpaceSource;
  /** The events for which a rule is asked. */
  eventsAsking(id: string): readonly string[];
  /** Whether there is a PCCO of which rules say what is wanted. */
  exists(wanted: Wanted): Exists;
  /** The smallest PCCO of which rules say what is wanted. */
  find(wanted: Wanted, demands?: readonly Demand[]): Answer;
  /** See `RuleUnits`. */
  clausesOf(event: string): readonly Clause[];
  /** Whether an event can happen, as far as some of what it asks for tells, and with what is demanded besides. */
  happens(clauses: readonly Clause[], demands?: readonly Demand[]): Answer;
  /** The smallest PCCO of which rules say what is wanted, asked again. */
  shown(wanted: Wanted, event: string, shows: string): LintWitness | undefined;
}

/**
 * Prepares to ask a rule set what can be.
 * @param steps most values that are tried in all; what takes more is not decided
 */
export function createScene(rules: RuleSet, source: RuleFileSource, steps?: number): Scene {
  const { definition: set } = rules;
  const solver = createSolver([set], steps);
  const [space] = solver.space.sources;
  if (space === undefined) throw new RangeError("a solver has the rule set that it was made of");
  const asking = new Map<string, string[]>();
  for (const [event, asked] of space.events)
    for (const { id } of asked.rules) asking.set(id, [...(asking.get(id) ?? []), event]);
  const { waysTo, clausesOf, judge } = createRuleUnits(solver, space);
  // What was found for one question often answers others, too.
  const seen: Int32Array[] = [];
  const find = (wanted: Wanted, demands: readonly Demand[] = []): Answer => {
    const answer = solver.find({ demands, ways: waysTo(wanted) });
    if (answer.kind === "found") seen.push(answer.assignment);
    return answer;
  };
  let last: Int32Array | undefined;
  const happens: Scene["happens"] = (clauses, demands = []) => {
    const all = clauses.flatMap((clause) => noWorseThan(clause, "ok"));
    // Most events ask the same rules, so what lets one happen is nearly what lets the next one.
    const answer = solver.find({ demands: [...all, ...demands], ways: [], start: last });
    if (answer.kind === "found") last = answer.assignment;
    return answer;
  };
  const isMet = (assignment: Int32Array, { unit, allowed }: Demand): boolean =>
    ((allowed >> unit.judge(assignment).judgement) & 1) === 1;
  const shown: Scene["shown"] = (wanted, event, shows) => {
    const found = find(wanted);
    const asked = space.events.get(event);
    if (found.kind !== "found" || asked === undefined) return undefined;
    const isSo = (facts: Facts): boolean =>
      Object.entries(wanted).every(([id, allowed]) => ((allowed >> judge(id, facts)) & 1) === 1);
    const made: Witness = eventWitness(solver.space, found.assignment, event);
    const view = viewOf(made.document, made.document.$context);
    if (view === undefined) return undefined;
    // Without a time nothing is filled in; with it the day is, where that is the default.
    const at = [undefined, usualTime].find((time) => isSo(factsFor(asked, view, made.input ?? {}, time)));
    if (at === undefined && !isSo(factsFor(asked, view, made.input ?? {}))) return undefined;
    return { ...made, ...(at === undefined ? {} : { at }), event, shows };
  };
  return {
    ...ownRules(rules, source),
    solver,
    space,
    eventsAsking: (id) => asking.get(id) ?? [],
    exists: (wanted) => {
      const all = waysTo(wanted).flatMap((way) => way.demands);
      if (seen.some((assignment) => all.every((demand) => isMet(assignment, demand)))) return "some";
      const { kind } = find(wanted);
      return kind === "found" ? "some" : kind;
    },
    find,
    clausesOf,
    happens,
    shown,
  };
}
