import type { Space, Variable } from "./space.ts";
import type { Answer, Assignment, Unit } from "./unit.ts";

/** A unit and the judgements it may come to: bit `n` stands for the judgement of that number. */
export interface Demand {
  readonly unit: Unit;
  readonly allowed: number;
  /** See `Part`. */
  readonly masks?: readonly string[];
}

/** What a search is for. */
export interface Problem {
  readonly space: Space;
  readonly demands: readonly Demand[];
  /** Where it starts: the more demands this meets, the sooner it ends. */
  readonly start: Assignment;
  /** Values that need not be tried, for variables where fewer are enough. */
  readonly most?: ((variable: number, value: unknown) => boolean) | undefined;
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

/** Variables whose values together leave no way out. */
type Conflict = ReadonlySet<number>;

/**
 * Looks for values that meet all demands. It starts from values that are given, changes only what a demand that is not met
 * looks at, and tries every value of that; when all fail it goes back to the last variable that had a part in it. So what
 * it did not find is not there.
 */
export function search({ space, demands, start, most }: Problem, budget: Budget): Outcome {
  const { variables } = space;
  const current = Int32Array.from(start);
  const isDecided = new Uint8Array(variables.length);
  const touching: number[][] = variables.map(() => []);
  for (const [index, { unit }] of demands.entries()) for (const variable of unit.scope) touching[variable]?.push(index);
  const broken = new Set<number>();
  const tried = new Set<number>();
  const used = new Map<string, number>();

  // What each demand's unit says now. It says the same as long as what it asked for stays, so only that need be changed.
  const answers: Answer[] = [];
  const openOf = (index: number): readonly number[] =>
    (answers[index]?.asked ?? []).filter((variable) => isDecided[variable] === 0);
  const decidedOf = (index: number): Set<number> =>
    new Set(answers[index]?.asked.filter((variable) => isDecided[variable] === 1));
  const note = (index: number, demand: Demand, answer: Answer): void => {
    answers[index] = answer;
    if (isAllowed(demand, answer)) broken.delete(index);
    else broken.add(index);
  };
  for (const [index, demand] of demands.entries()) note(index, demand, demand.unit.judge(current));

  const change = (variable: number, value: number): void => {
    if (current[variable] === value) return;
    current[variable] = value;
    for (const index of touching[variable] ?? []) {
      const demand = demands[index];
      if (demand !== undefined && answers[index]?.asked.includes(variable))
        note(index, demand, demand.unit.judge(current));
    }
  };
  /** The demand that leaves the fewest ways, and the variables it may still change. */
  const narrowest = (): { readonly index: number; readonly open: readonly number[] } | undefined => {
    let best: { index: number; open: readonly number[] } | undefined;
    for (const index of broken) {
      const open = openOf(index);
      if (best === undefined || open.length < best.open.length) best = { index, open };
      if (open.length === 0) break;
    }
    return best;
  };

  const go = (): Conflict | "found" | "too much" => {
    const next = narrowest();
    if (next === undefined) return "found";
    const variable = firstOf(next.open, variables);
    if (variable === undefined) return decidedOf(next.index);
    const before = current[variable] ?? 0;
    const each = variables[variable];
    const conflict = new Set<number>();
    isDecided[variable] = 1;
    tried.add(variable);
    for (const value of valuesToTry(variable, before)) {
      if (budget.left-- <= 0) return "too much";
      change(variable, value);
      const pair = pairOf(each, value);
      if (pair !== undefined) used.set(pair, (used.get(pair) ?? 0) + 1);
      const result = go();
      if (result === "found" || result === "too much") return result;
      if (pair !== undefined) used.set(pair, (used.get(pair) ?? 1) - 1);
      if (!result.has(variable)) {
        change(variable, before);
        isDecided[variable] = 0;
        return result;
      }
      for (const other of result) if (other !== variable) conflict.add(other);
    }
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
    for (let value = 0; value < each.values.length; value++) {
      if (most !== undefined && !most(variable, each.values[value])) continue;
      const pair = pairOf(each, value);
      const name = each.classes[value] ?? -1;
      if (pair !== undefined && name >= 0 && (used.get(pair) ?? 0) === 0) {
        if (each.areTwins[value] || fresh.has(name)) continue;
        fresh.add(name);
      }
      kept.push(value);
    }
    return kept.includes(before) ? [...kept.filter((value) => value !== before), before] : kept;
  }

  const result = go();
  if (result === "found") return { kind: "found", assignment: current };
  return result === "too much" ? { kind: "too much" } : { kind: "none", tried };
}

/** Whether a demand is met. */
export function meets({ unit, allowed }: Demand, assignment: Assignment): boolean {
  return isAllowed({ allowed }, unit.judge(assignment));
}

function isAllowed({ allowed }: Pick<Demand, "allowed">, { judgement }: Answer): boolean {
  return ((allowed >> judgement) & 1) === 1;
}

/** What others depend on is decided first, then what has the fewest values. */
function firstOf(open: readonly number[], variables: readonly Variable[]): number | undefined {
  let best: number | undefined;
  for (const variable of open) {
    if (best === undefined || weight(variables[variable]) < weight(variables[best])) best = variable;
  }
  return best;
}

function weight(variable: Variable | undefined): number {
  if (variable === undefined) return 0;
  return (variable.slot.kind === "value" ? 1000 : 0) + variable.values.length;
}

/** Names a value and its twin among all variables with which it is compared. */
function pairOf(variable: Variable | undefined, value: number): string | undefined {
  const pair = variable?.pairs[value] ?? -1;
  return variable === undefined || pair < 0 || variable.group < 0 ? undefined : `${variable.group} ${pair}`;
}
