import type { ResolvedRuleSet } from "../../rules/resolve.ts";
import { createBounds, type LineBounds } from "./bounds.ts";
import type { Way } from "./clause.ts";
import { type Clauses, createClauses } from "./clauses.ts";
import { lineDemands } from "./line-demands.ts";
import { lookUpDemands } from "./look-ups.ts";
import { type Budget, type Demand, type Hidden, type Outcome, search } from "./search.ts";
import { shrink } from "./shrink.ts";
import { listSlot } from "./slot.ts";
import { createSpace, type Space } from "./space.ts";
import type { Assignment } from "./unit.ts";

/** What is asked of the solver. */
export interface Question {
  /** What must be met. */
  readonly demands: readonly Demand[];
  /** What is to be seen, all at once. */
  readonly ways: readonly Way[];
  /** Where to start; by default with nothing at all. */
  readonly start?: Assignment | undefined;
}

/** What the solver found out. */
export type Answer =
  /** Values that answer the question; nothing in them can be left out. */
  | { readonly kind: "found"; readonly assignment: Int32Array }
  /** Proved: there are none. */
  | { readonly kind: "none" }
  /** @property why As the end of a sentence. */
  | { readonly kind: "not decided"; readonly why: string };

/** Finds PCCOs, with surroundings, a person and entered values, for which rule sets answer in a given way. */
export interface Solver {
  readonly space: Space;
  readonly clauses: Clauses;
  find(question: Question): Answer;
}

/** Most values that are tried for one question. */
const mostForOne = 5_000;

/** Most values that a solver tries in all, so that no rule set keeps it for long. */
const mostForAll = 60_000;

/**
 * Makes a solver for rule sets.
 * @param sets what rule files resolve to; their names are known to exist
 * @param steps most values that it tries in all
 */
export function createSolver(sets: readonly ResolvedRuleSet[], steps = mostForAll): Solver {
  const space = createSpace(sets);
  const boundsOf = createBounds(space);
  const shape = [...lineDemands(space), ...lookUpDemands(space)];
  const total: Budget = { left: steps };
  return {
    space,
    clauses: createClauses(space),
    find({ demands, ways, start = new Int32Array(space.variables.length) }) {
      const kept = [...demands, ...shape];
      const budget: Budget = { left: Math.min(mostForOne, total.left) };
      const before = budget.left;
      const ask = (some: readonly Demand[], bounds: LineBounds): Answer => {
        const asked = joined(some);
        const counts = (variable: number, value: unknown): boolean => isEnough(space, bounds, variable, value);
        return answerOf(space, asked, bounds, search({ space, demands: asked, start, counts }, budget));
      };
      const answer = askAlsoWithHidden(kept, ways, boundsOf, ask);
      total.left -= before - budget.left;
      return answer;
    },
  };
}

/**
 * Looks with as few lines as would do if they hid nothing, and where that finds nothing, with lines that hide something,
 * too. What one line by itself can't be for all that is kept need not be hidden.
 */
function askAlsoWithHidden(
  kept: readonly Demand[],
  ways: readonly Way[],
  boundsOf: ReturnType<typeof createBounds>,
  ask: (demands: readonly Demand[], bounds: LineBounds) => Answer,
): Answer {
  const all = [...ways.flatMap((way) => way.demands), ...kept];
  const answer = ask(all, boundsOf(ways, []));
  const hidden = kept.flatMap((demand) => demand.hidden ?? []);
  if (answer.kind !== "none" || hidden.length === 0) return answer;
  const canBe = ({ lines, causes }: Hidden): boolean => {
    const one = { lines: new Map([...lines.keys()].map((list) => [list, 1])) };
    const bounds = boundsOf([one], hidden);
    return causes?.every((cause) => ask([...kept, cause], bounds).kind === "none") !== true;
  };
  const hiding = hidden.filter(canBe);
  return hiding.length === 0 ? answer : ask(all, boundsOf(ways, hiding));
}

function answerOf(space: Space, demands: readonly Demand[], bounds: LineBounds, outcome: Outcome): Answer {
  switch (outcome.kind) {
    case "found":
      return { kind: "found", assignment: shrink(space, demands, outcome.assignment) };
    case "too much":
      return { kind: "not decided", why: "there are too many cases to try" };
    case "none": {
      const why = [...outcome.tried].flatMap((variable) => gapOf(space, bounds, variable) ?? [])[0];
      return why === undefined ? { kind: "none" } : { kind: "not decided", why };
    }
  }
}

/** Several demands on the same unit as one. */
function joined(demands: readonly Demand[]): readonly Demand[] {
  const units = new Map<Demand["unit"], Demand>();
  for (const demand of demands) {
    const known = units.get(demand.unit);
    units.set(demand.unit, known === undefined ? demand : { ...known, allowed: known.allowed & demand.allowed });
  }
  return [...units.values()];
}

/** Whether a line is one of those that are enough. */
function isEnough({ variables }: Space, bounds: LineBounds, variable: number, value: unknown): boolean {
  const { slot, line = 0 } = variables[variable] ?? {};
  if (slot?.kind !== "line" || value === undefined) return true;
  return line < (bounds.get(listSlot(slot.place, slot.list ?? "").key) ?? line + 1);
}

/** Why trying all values of a variable does not try all there can be. */
function gapOf({ variables, lines }: Space, bounds: LineBounds, variable: number): string | undefined {
  const each = variables[variable];
  if (each === undefined) return undefined;
  const { slot, gap } = each;
  const isOnList = slot.list !== undefined && slot.kind !== "list";
  const path = [...(isOnList ? [`${slot.list}[]`] : [slot.list ?? []].flat()), ...slot.steps].join(".");
  if (gap !== undefined) return `${path} can't be split into classes for sure: ${gap}`;
  const list = listSlot(slot.place, slot.list ?? "").key;
  const [tried, needed] = [lines.get(list), bounds.get(list)];
  if (slot.kind !== "line" || tried === undefined || needed === undefined || needed <= tried) return undefined;
  const count = Number.isFinite(needed) ? `${needed} lines` : "any number of lines";
  return `${slot.list} may need ${count} to tell, and no more than ${tried} are tried`;
}
