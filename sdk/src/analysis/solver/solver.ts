import type { ResolvedRuleSet } from "../../rules/resolve.ts";
import { createBounds, type LineBounds } from "./bounds.ts";
import type { Way } from "./clause.ts";
import { type Clauses, createClauses } from "./clauses.ts";
import { lineDemands } from "./line-demands.ts";
import { lookUpDemands } from "./look-ups.ts";
import { type Budget, type Demand, search } from "./search.ts";
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
      const bounds = boundsOf(ways);
      const all = joined([...ways.flatMap((way) => way.demands), ...demands, ...shape]);
      const budget: Budget = { left: Math.min(mostForOne, total.left) };
      const before = budget.left;
      const counts = (variable: number, value: unknown): boolean => isEnough(space, bounds, variable, value);
      const outcome = search({ space, demands: all, start, counts }, budget);
      total.left -= before - budget.left;
      switch (outcome.kind) {
        case "found":
          return { kind: "found", assignment: shrink(space, all, outcome.assignment) };
        case "too much":
          return { kind: "not decided", why: "there are too many cases to try" };
        case "none": {
          const why = [...outcome.tried].flatMap((variable) => gapOf(space, bounds, variable) ?? [])[0];
          return why === undefined ? { kind: "none" } : { kind: "not decided", why };
        }
      }
    },
  };
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
