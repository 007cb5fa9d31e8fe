import { compileRule } from "../check/rule.ts";
import type { RuleState } from "../check/rule-state.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, MISTYPED, UNKNOWN } from "../context/judgement.ts";
import { factsFor } from "../lifecycle/machine.ts";
import { viewOf } from "../procore/view.ts";
import { checkWitness, usualTime, type Witness } from "./diff/witness.ts";
import { noWorseThan, setOf, type Way } from "./solver/clause.ts";
import { enteredByCheck } from "./solver/clauses.ts";
import { linesNeeded } from "./solver/rule-looks.ts";
import type { Demand } from "./solver/search.ts";
import type { Solver } from "./solver/solver.ts";
import type { SpaceSource } from "./solver/space.ts";
import { createUnit } from "./solver/unit.ts";

/** What a case is to show. */
export interface CaseWanted {
  /** The event for which the rules are asked. */
  readonly event: string;
  /** What rules are to say, by id: of the PCCO as a whole. */
  readonly states: Readonly<Record<string, RuleState>>;
  /** What all other rules of the event are to say: nothing against the PCCO, or whatever they like. */
  readonly others: "kept" | "any";
}

/** A case, or the proof that there is none. `why` is the end of a sentence. */
export type CaseFound =
  | { readonly kind: "found"; readonly witness: Witness }
  | { readonly kind: "none" }
  | { readonly kind: "not decided"; readonly why: string };

const judgements: Readonly<Record<RuleState, number>> = {
  holds: setOf(HOLDS),
  broken: setOf(BROKEN),
  unknown: setOf(UNKNOWN, MISTYPED),
  "does not apply": setOf(DOES_NOT_APPLY),
};

/**
 * Finds the smallest PCCO, with its surroundings, of which rules say what is wanted.
 * @param source one of the solver's rule sets
 * @throws {RangeError} when the rule set has no such event, or does not ask one of the rules for it
 */
export function findCase(solver: Solver, source: SpaceSource, { event, states, others }: CaseWanted): CaseFound {
  const { space, clauses } = solver;
  const names = Object.keys(states);
  const ways = Object.entries(states).map(([id, state]) => wayFor(solver, source, event, id, state));
  const rest =
    others === "any"
      ? []
      : clauses
          .of(source, event, "check")
          .filter(({ kind, name }) => kind !== "rule" || !names.includes(name))
          .flatMap((clause) => noWorseThan(clause, "ok"));
  const given = enteredByCheck(space, source, event);
  const answer = solver.find({ demands: [...given, ...rest], ways });
  if (answer.kind !== "found") return answer;
  const witness = checkWitness(space, answer.assignment);
  const isShown = Object.entries(states).every(([id, state]) => says(source, event, id, witness, state));
  return isShown ? { kind: "found", witness } : { kind: "not decided", why: "what was found does not show it" };
}

function wayFor({ space }: Solver, source: SpaceSource, event: string, id: string, state: RuleState): Way {
  const { set, names, reads, events } = source;
  const rule = set.rules.find((each) => each.id === id);
  const isAsked = events.get(event)?.rules.some((each) => each.id === id) ?? false;
  const compiled = rule === undefined || !isAsked ? undefined : compileRule(rule, set, names);
  if (rule === undefined || compiled === undefined) throw new RangeError(`${event} does not ask a rule ${id}`);
  const slots = reads.ofRule(rule.definition);
  const unit = createUnit(space, { slots, judge: compiled.judge });
  const demand: Demand = { unit, allowed: judgements[state] };
  return { demands: [demand], lines: linesNeeded(rule.definition, names) };
}

/** Asks the rule itself. */
function says(source: SpaceSource, name: string, id: string, { document, at }: Witness, state: RuleState): boolean {
  const event = source.events.get(name);
  const view = viewOf(document, document.$context);
  const rule = event?.rules.find((each) => each.id === id);
  if (event === undefined || view === undefined || rule === undefined) return false;
  return ((judgements[state] >> rule.judge(factsFor(event, view, {}, at ?? usualTime))) & 1) === 1;
}
