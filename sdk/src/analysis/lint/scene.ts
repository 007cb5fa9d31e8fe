import { compileRule } from "../../check/rule.ts";
import type { Facts } from "../../context/facts.ts";
import type { RulePlace } from "../../generated/types.ts";
import { factsFor } from "../../lifecycle/machine.ts";
import { viewOf } from "../../procore/view.ts";
import type { RuleSet } from "../../rule-set.ts";
import type { ResolvedRule } from "../../rules/resolve.ts";
import type { RuleFileSource } from "../../rules/rule-file.ts";
import { eventWitness, usualTime, type Witness } from "../diff/witness.ts";
import { type Clause, noWorseThan, type Way } from "../solver/clause.ts";
import { linesNeeded } from "../solver/rule-looks.ts";
import type { Demand } from "../solver/search.ts";
import { type Answer, createSolver, type Solver } from "../solver/solver.ts";
import type { SpaceSource } from "../solver/space.ts";
import { createUnit, type Unit } from "../solver/unit.ts";
import type { LintWitness } from "./finding.ts";

/** What rules are to say, by id: a set of judgements, see `setOf`. */
export type Wanted = Readonly<Record<string, number>>;

/** Whether there is a PCCO of some kind. `none` is proved. */
export type Exists = "some" | "none" | "not decided";

/** A rule file with its rule set, ready to be asked what can be. */
export interface Scene {
  readonly rules: RuleSet;
  readonly source: RuleFileSource;
  readonly solver: Solver;
  readonly space: SpaceSource;
  /** The rules that are on, in order. */
  readonly active: readonly ResolvedRule[];
  /** Whether a rule stands in this file, itself or as an override. */
  isOwn(rule: ResolvedRule): boolean;
  /** Whether an entry of a section stands in this file. */
  owns(section: "features" | "lifecycle" | "roles" | "states", name: string): boolean;
  /** The place of an entry of this file. */
  placeAt(path: string): RulePlace;
  /** The events for which a rule is asked. */
  eventsAsking(id: string): readonly string[];
  /** Whether there is a PCCO of which rules say what is wanted. */
  exists(wanted: Wanted, demands?: readonly Demand[]): Exists;
  /** The smallest PCCO of which rules say what is wanted. */
  find(wanted: Wanted, demands?: readonly Demand[]): Answer;
  /** Whether an event can happen, as far as some of what it asks for tells, and with what is demanded besides. */
  happens(clauses: readonly Clause[], demands?: readonly Demand[]): Answer;
  /**
   * What was found, as a PCCO that was asked again.
   * @param isSo asks the rule set itself
   * @returns `undefined` when it does not show what it should
   */
  witness(found: Answer, event: string, shows: string, isSo: (facts: Facts) => boolean): LintWitness | undefined;
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
  const units = new Map<string, { readonly unit: Unit; readonly lines: Way["lines"] }>();
  const ruleUnit = (id: string) => {
    const known = units.get(id);
    if (known !== undefined) return known;
    const rule = set.rules.find((each) => each.id === id);
    const compiled = rule && compileRule(rule, set, space.names);
    if (rule === undefined || compiled === undefined) throw new RangeError(`there is no rule ${id} that is on`);
    const unit = createUnit(solver.space, { slots: space.reads.ofRule(rule.definition), judge: compiled.judge });
    const made = { unit, lines: linesNeeded(rule.definition, space.names) };
    units.set(id, made);
    return made;
  };
  const waysTo = (wanted: Wanted): readonly Way[] =>
    Object.entries(wanted).map(([id, allowed]) => {
      const { unit, lines } = ruleUnit(id);
      return { demands: [{ unit, allowed }], lines };
    });
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
  const witness: Scene["witness"] = (found, event, shows, isSo) => {
    const asked = space.events.get(event);
    if (found.kind !== "found" || asked === undefined) return undefined;
    const made: Witness = eventWitness(solver.space, found.assignment, event);
    const view = viewOf(made.document, made.document.$context);
    if (view === undefined) return undefined;
    // Without a time nothing is filled in; with it the day is, where that is the default.
    const at = [undefined, usualTime].find((time) => isSo(factsFor(asked, view, made.input ?? {}, time)));
    if (at === undefined && !isSo(factsFor(asked, view, made.input ?? {}))) return undefined;
    return { ...made, ...(at === undefined ? {} : { at }), event, shows };
  };
  return {
    rules,
    source,
    solver,
    space,
    active: set.rules.filter(({ definition }) => definition.severity !== "off"),
    isOwn: ({ place }) => place.file === source.file,
    owns: (section, name) => Object.hasOwn(source.content[section] ?? {}, name),
    placeAt: (path) => {
      const range = source.rangeOf(path);
      return { file: source.file, path, ...(range === undefined ? {} : { range }) };
    },
    eventsAsking: (id) => asking.get(id) ?? [],
    exists: (wanted, demands = []) => {
      const all = [...waysTo(wanted).flatMap((way) => way.demands), ...demands];
      if (seen.some((assignment) => all.every((demand) => isMet(assignment, demand)))) return "some";
      const { kind } = find(wanted, demands);
      return kind === "found" ? "some" : kind;
    },
    find,
    happens,
    witness,
    shown: (wanted, event, shows) =>
      witness(find(wanted), event, shows, (facts) =>
        Object.entries(wanted).every(([id, allowed]) => {
          const rule = set.rules.find((each) => each.id === id);
          const compiled = rule && compileRule(rule, set, space.names);
          return compiled !== undefined && ((allowed >> compiled.judge(facts)) & 1) === 1;
        }),
      ),
  };
}
