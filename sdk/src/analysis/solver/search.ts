import type { Space, Variable } from "./space.ts";
import type { Answer, Assignment, Unit } from "./unit.ts";
import { createUses } from "./uses.ts";

/** A unit and the judgements it may come to: bit `n` stands for the judgement of that number. */
export interface Demand {
  readonly unit: Unit;
  readonly allowed: number;
  /** For a rule that may be broken, but not open: what lines that break it hide. */
  readonly hidden?: Hidden;
}

/** Lines that would leave a rule open if others did not break it. */
export interface Hidden {
  /** How many lines break it, by the key of their list's slot. */
  readonly lines: ReadonlyMap<string, number>;
  /** What the first line would be if it left it open: one of these. Without them that may be anything. */
  readonly causes: readonly Demand[] | undefined;
}

/** What a search is for. */
export interface Problem {
  readonly space: Space;
  readonly demands: readonly Demand[];
  /** Where it starts: the more demands this meets, the sooner it ends. */
  readonly start: Assignment;
  /** Whether a value has to be tried; all have to unless told otherwise. */
  readonly counts?: (variable: number, value: unknown) => boolean;
}

/** Counts down what searches may still cost; one step is one value tried. */
export interface Budget {
  left: number;
}

/** How a search ended. */
export type Outcome =
  | { readonly kind: "found"; readonly assignment: Int32Array }
  /** Nothing meets all demands, as far as the values of these variables tell. */
  | { readonly kind: "none"; readonly tried: ReadonlySet<number> }
  | { readonly kind: "too much" };

/** Variables whose values together leave no way out, one bit each. */
type Conflict = Int32Array;

/**
 * Looks for values that meet all demands. It starts from values that are given, changes only what a demand that is not met
 * looks at, and tries every value of that; when all fail it goes back to the last variable that had a part in it. So what
 * it did not find is not there.
 */
export function search({ space, demands, start, counts }: Problem, budget: Budget): Outcome {
  const { variables } = space;
  const words = (variables.length >> 5) + 1;
  const current = Int32Array.from(start);
  const isDecided = new Uint8Array(variables.length);
  const touching: number[][] = variables.map(() => []);
  for (const [index, { unit }] of demands.entries()) for (const variable of unit.scope) touching[variable]?.push(index);
  const broken = new Set<number>();
  const tried = new Set<number>();
  const used = createUses(variables);

  // What each demand's unit says now. It says the same as long as what it asked for stays, so only that need be changed.
  const answers: Answer[] = [];
  const note = (index: number, demand: Demand): void => {
    const answer = demand.unit.judge(current);
    answers[index] = answer;
    if (isAllowed(demand, answer)) broken.delete(index);
    else broken.add(index);
  };
  for (const [index, demand] of demands.entries()) note(index, demand);

  const change = (variable: number, value: number): void => {
    if (current[variable] === value) return;
    current[variable] = value;
    for (const index of touching[variable] ?? []) {
      const demand = demands[index];
      if (demand !== undefined && answers[index]?.asked.includes(variable)) note(index, demand);
    }
  };

  /** What the demand that leaves the fewest ways asked for. */
  const narrowest = (): readonly number[] | undefined => {
    let best: readonly number[] | undefined;
    let fewest = Number.POSITIVE_INFINITY;
    for (const index of broken) {
      const { asked } = answers[index] ?? { asked: [] };
      let open = 0;
      for (const variable of asked) if (isDecided[variable] === 0) open++;
      if (open >= fewest) continue;
      [best, fewest] = [asked, open];
      if (open === 0) break;
    }
    return best;
  };

  /** What is decided first: how many lines there are and the like, then what has the fewest values. */
  const firstOpen = (asked: readonly number[]): number => {
    let best = -1;
    for (const variable of asked) {
      if (isDecided[variable] === 1) continue;
      if (best < 0 || weight(variables[variable]) < weight(variables[best])) best = variable;
    }
    return best;
  };

  const go = (): Conflict | "found" | "too much" => {
    const asked = narrowest();
    if (asked === undefined) return "found";
    const conflict = new Int32Array(words);
    const variable = firstOpen(asked);
    if (variable < 0) {
      for (const each of asked) add(conflict, each);
      return conflict;
    }
    const before = current[variable] ?? 0;
    isDecided[variable] = 1;
    tried.add(variable);
    for (const value of valuesToTry(variable, before)) {
      if (budget.left-- <= 0) return "too much";
      change(variable, value);
      used.add(variable, value, 1);
      const result = go();
      if (result === "found" || result === "too much") return result;
      used.add(variable, value, -1);
      if (!has(result, variable)) {
        change(variable, before);
        isDecided[variable] = 0;
        return result;
      }
      for (let word = 0; word < words; word++) conflict[word] = (conflict[word] ?? 0) | (result[word] ?? 0);
    }
    remove(conflict, variable);
    change(variable, before);
    isDecided[variable] = 0;
    return conflict;
  };

  /** All values that are not as good as one that is tried; the present one last, since it did not do. */
  function valuesToTry(variable: number, before: number): readonly number[] {
    const each = variables[variable];
    if (each === undefined) return [];
    const fresh = new Set<number>();
    const kept: number[] = [];
    let hasBefore = false;
    for (let value = 0; value < each.values.length; value++) {
      if (counts !== undefined && !counts(variable, each.values[value])) continue;
      const name = each.classes[value] ?? -1;
      if (name >= 0 && used.isFresh(variable, value)) {
        if (each.areTwins[value] || fresh.has(name)) continue;
        fresh.add(name);
      }
      if (value === before) hasBefore = true;
      else kept.push(value);
    }
    if (hasBefore) kept.push(before);
    return kept;
  }

  const result = go();
  if (result === "found") return { kind: "found", assignment: current };
  return result === "too much" ? { kind: "too much" } : { kind: "none", tried };
}

/** Whether a demand is met. */
export function meets(demand: Demand, assignment: Assignment): boolean {
  return isAllowed(demand, demand.unit.judge(assignment));
}

function isAllowed({ allowed }: Demand, { judgement }: Answer): boolean {
  return ((allowed >> judgement) & 1) === 1;
}

function add(conflict: Conflict, variable: number): void {
  conflict[variable >> 5] = (conflict[variable >> 5] ?? 0) | (1 << (variable & 31));
}

function remove(conflict: Conflict, variable: number): void {
  conflict[variable >> 5] = (conflict[variable >> 5] ?? 0) & ~(1 << (variable & 31));
}

function has(conflict: Conflict, variable: number): boolean {
  return (((conflict[variable >> 5] ?? 0) >> (variable & 31)) & 1) === 1;
}

function weight(variable: Variable | undefined): number {
  return variable === undefined ? 0 : (variable.slot.kind === "value" ? 1000 : 0) + variable.values.length;
}
