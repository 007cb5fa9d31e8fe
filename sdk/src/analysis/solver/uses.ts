import type { Variable } from "./space.ts";

/**
 * Counts how often the values of a group of variables that are compared with each other are taken. One that nobody has
 * taken is as good as any other of its class. A value and its twin count as one.
 */
export function createUses(variables: readonly Variable[]) {
  const counts = new Map<number, number[]>();
  const countsOf = (variable: number): number[] => {
    const group = variables[variable]?.group ?? -1;
    const known = counts.get(group) ?? [];
    counts.set(group, known);
    return known;
  };
  const pairOf = (variable: number, value: number): number => variables[variable]?.pairs[value] ?? -1;
  return {
    add(variable: number, value: number, change: number): void {
      const pair = pairOf(variable, value);
      if (pair < 0) return;
      const known = countsOf(variable);
      known[pair] = (known[pair] ?? 0) + change;
    },
    isFresh(variable: number, value: number): boolean {
      const pair = pairOf(variable, value);
      return pair >= 0 && (countsOf(variable)[pair] ?? 0) === 0;
    },
  };
}
