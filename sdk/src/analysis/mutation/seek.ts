import type { Facts } from "../../context/facts.ts";
import { BROKEN, HOLDS, type Judgement } from "../../context/judgement.ts";
import type { Rule } from "../../generated/types.ts";
import { keywords } from "../../keywords/index.ts";
import { factsFor } from "../../lifecycle/machine.ts";
import { inputReasons, reasonsAgainst } from "../../lifecycle/reasons.ts";
import type { ResolvedRuleSet } from "../../rules/resolve.ts";
import { eventWitness, usualTime, type Witness } from "../diff/witness.ts";
import { withEvent, withRule } from "../isolated.ts";
import { setOf, type Way } from "../solver/clause.ts";
import { inputSlot, lastEvent, statusSlots } from "../solver/lifecycle-readings.ts";
import { fieldsOf } from "../solver/reads.ts";
import { type Piece, takeApart } from "../solver/rule-parts.ts";
import { createSolver, type Solver } from "../solver/solver.ts";
import type { SpaceSource } from "../solver/space.ts";
import { createUnit, type Unit } from "../solver/unit.ts";
import { differ } from "./differ.ts";
import { type Touch, touchesOf } from "./touch.ts";

/** A PCCO, its surroundings and what is entered, of which two rule sets say different things. */
export interface Shown {
  readonly kind: "shown";
  readonly witness: Witness;
  /** What has to stand where for that. */
  readonly touched: readonly Touch[];
}

/** What came of looking for a difference. `none`: it is proved that there is none. */
export type Sought = Shown | { readonly kind: "none" } | { readonly kind: "not decided"; readonly why: string };

/**
 * Looks for a PCCO of which a rule says something else before and after a change: field by field, and line by line where
 * it judges each line by itself.
 * @param event an event for which it is asked
 */
export function* seekByRule(
  [before, after]: readonly [ResolvedRuleSet | undefined, ResolvedRuleSet | undefined],
  id: string,
  event: string,
): Generator<Sought> {
  const sides = [before, after].map((set) => set?.rules.find((rule) => rule.id === id)?.definition);
  const known = before ?? after;
  if (known === undefined) return;
  for (const name of fieldNames(sides)) {
    const isolated = [before, after].map((set, index) =>
      withRule(set ?? known, id, ofField(set === undefined ? undefined : sides[index], name), event),
    );
    const solver = createSolver(isolated);
    const [first = [], second = []] = solver.space.sources.map((source) => piecesOf(solver, source));
    for (const [index, piece] of (first.length > second.length ? first : second).entries()) {
      // Of lines that are judged alike one is enough.
      if ((piece.line ?? 0) > 0) continue;
      const units = [first[index]?.unit, second[index]?.unit] as const;
      // Values of a wrong type tell nothing about a rule unless nothing else does.
      const typed = find(solver, differ(...units, { typed: true }), piece.lines, event);
      yield typed.kind === "shown" ? typed : find(solver, differ(...units), piece.lines, event);
    }
  }
}

/** The fields of a rule that looks at each by itself; `undefined` for all of them together. */
function fieldNames(rules: readonly (Rule | undefined)[]): readonly (string | undefined)[] {
  const areTogether = rules.some(
    (rule) =>
      rule !== undefined && keywords.some(({ name, comparesLines }) => rule[name] !== undefined && comparesLines),
  );
  const names = [...new Set(rules.flatMap((rule) => (rule === undefined ? [] : fieldsOf(rule))))];
  return areTogether || names.length < 2 ? [undefined] : names;
}

function ofField(rule: Rule | undefined, name: string | undefined): Rule | undefined {
  if (rule === undefined || name === undefined) return rule;
  const { fields, ...others } = rule;
  return fieldsOf({ ...others, ...(fields === undefined ? {} : { fields }) }).includes(name)
    ? { ...others, field: name }
    : undefined;
}

function piecesOf({ space }: Solver, source: SpaceSource): readonly Piece[] {
  const [rule] = source.set.rules;
  return rule === undefined ? [] : takeApart(space, source, rule);
}

/** Looks for a PCCO for which an event is refused for other kinds of reasons before and after a change. */
export function* seekByEvent(before: ResolvedRuleSet, after: ResolvedRuleSet, event: string): Generator<Sought> {
  const solver = createSolver([withEvent(before, event), withEvent(after, event)]);
  for (const kind of ["state", "role", "input"] as const) {
    const [first, second] = solver.space.sources.map((source) => refusal(solver, source, event, kind));
    yield find(solver, differ(first, second), new Map(), event);
  }
}

/** A unit that is broken where an event is refused for a kind of reason. */
function refusal({ space }: Solver, source: SpaceSource, name: string, kind: "state" | "role" | "input"): Unit {
  const { machine, set, reads, events } = source;
  const event = events.get(name);
  const { guards = [], input = {} } = set.lifecycle[name] ?? {};
  const conditions = kind === "role" ? (event?.roles ?? []).map(({ where }) => where) : guards.map(({ when }) => when);
  const slots = {
    state: [...statusSlots, lastEvent, ...conditions.flatMap(reads.ofCondition)],
    role: conditions.flatMap(reads.ofCondition),
    input: Object.keys(input).map(inputSlot),
  }[kind];
  const judge = (facts: Facts): Judgement => {
    if (event === undefined) return HOLDS;
    const reasons =
      kind === "input"
        ? inputReasons(event, factsFor(event, facts, facts.input, usualTime).input)
        : reasonsAgainst(machine, { ...event, rules: [], isClean: () => true }, facts);
    return reasons.some((reason) => reason.kind === kind) ? BROKEN : HOLDS;
  };
  return createUnit(space, { slots, judge });
}

function find(solver: Solver, unit: Unit, lines: Way["lines"], event: string): Sought {
  const answer = solver.find({ demands: [{ unit, allowed: setOf(HOLDS) }], ways: [{ demands: [], lines }] });
  if (answer.kind !== "found") return answer;
  const { assignment } = answer;
  return {
    kind: "shown",
    witness: eventWitness(solver.space, assignment, event),
    touched: touchesOf(solver.space, assignment, unit.judge(assignment).asked),
  };
}
