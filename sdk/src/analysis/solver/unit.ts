import type { Facts } from "../../context/facts.ts";
import type { Judgement } from "../../context/judgement.ts";
import { viewOf } from "../../procore/view.ts";
import { erpStatus } from "./lifecycle-readings.ts";
import { listSlot, type Slot } from "./slot.ts";
import type { Space } from "./space.ts";
import { createWatch } from "./watch.ts";

/** For each variable of a space the position of its value. */
export type Assignment = readonly number[] | Int32Array;

/** What a unit says, and of which variables it had to know the value to say it, in the order in which it asked. */
export interface Answer {
  readonly judgement: Judgement;
  readonly asked: readonly number[];
}

/** Something that is judged by the values of some variables alone: a rule, one line of a rule, a guard, a role. */
export interface Unit {
  /** The variables it may look at. */
  readonly scope: readonly number[];
  judge(assignment: Assignment): Answer;
}

/** Says what a unit is about. */
export interface UnitParts {
  readonly slots: readonly Slot[];
  /** The one line it looks at, which it finds as the only one of its list; without it all lines of all lists. */
  readonly line?: { readonly list: Slot; readonly index: number } | undefined;
  judge(facts: Facts): Judgement;
}

/** What is known of a unit: after the value of a variable the next one it asks for, and in the end its answer. */
type Known = Answer | { readonly variable: number; readonly next: (Known | undefined)[] };

/**
 * Makes a unit. It is asked in full only once for the values that it looks at; what it never looked at makes no difference
 * to what it said, so that whoever wants another answer has to change what it did look at.
 */
export function createUnit(space: Space, { slots, line, judge }: UnitParts): Unit {
  const scope = scopeOf(space, slots, line);
  const needsView = slots.some(({ key }) => key === erpStatus.key);
  const watch = createWatch(space, scope, line);
  const ask = (assignment: Assignment): Answer => {
    const { facts, asked } = watch(assignment);
    const view = needsView ? viewOf(facts.document, facts.context) : undefined;
    const judgement = judge(view === undefined ? facts : { ...facts, document: view.document, context: view.context });
    return { judgement, asked };
  };
  let known: Known | undefined;
  return {
    scope,
    judge(assignment) {
      let place = known;
      while (place !== undefined && "next" in place) place = place.next[assignment[place.variable] ?? 0];
      if (place !== undefined) return place;
      const answer = ask(assignment);
      known = remember(known, answer, assignment, 0);
      return answer;
    },
  };
}

function remember(known: Known | undefined, answer: Answer, assignment: Assignment, depth: number): Known {
  const variable = answer.asked[depth];
  if (variable === undefined) return answer;
  const place = known !== undefined && "next" in known ? known : { variable, next: [] };
  const value = assignment[variable] ?? 0;
  place.next[value] = remember(place.next[value], answer, assignment, depth + 1);
  return place;
}

function scopeOf(space: Space, slots: readonly Slot[], line: UnitParts["line"]): readonly number[] {
  const all = slots.flatMap((slot) => {
    const variables = space.of(slot);
    const isOwn = slot.list !== undefined && listSlot(slot.place, slot.list).key === line?.list.key;
    if (!isOwn || slot.kind === "list") return variables;
    return variables.filter((variable) => space.variables[variable]?.line === line?.index);
  });
  return [...new Set(all)].sort((a, b) => a - b);
}
