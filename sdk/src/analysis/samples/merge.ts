import type { RuleSet } from "../../rule-set.ts";
import type { KillMatrix } from "./matrix.ts";
import { candidateOf, mergedRecipes } from "./recipe.ts";

/**
 * Puts chosen samples together two by two, where one can do what both do, and adds what comes of it to the candidates.
 * @param chosen positions of candidates that together kill all mutants that any candidate kills
 * @returns as many positions or fewer, which do the same
 */
export function merged(rules: RuleSet, matrix: KillMatrix, chosen: readonly number[]): readonly number[] {
  let left = [...chosen];
  for (let at = 0; at < left.length; at++) {
    for (let other = at + 1; other < left.length; ) {
      const [a, b] = [left[at], left[other]];
      const both = a === undefined || b === undefined ? undefined : mergedPair(rules, matrix, [a, b], left);
      if (both === undefined) other++;
      else {
        left = left.with(at, both).toSpliced(other, 1);
        other = at + 1;
      }
    }
  }
  return left;
}

function mergedPair(
  rules: RuleSet,
  matrix: KillMatrix,
  pair: readonly [number, number],
  chosen: readonly number[],
): number | undefined {
  const [a, b] = pair.map((index) => matrix.candidates[index]?.recipe);
  if (a === undefined || b === undefined) return undefined;
  const others = chosen.filter((index) => !pair.includes(index)).map((index) => matrix.kills[index]);
  const needed = [...new Set(pair.flatMap((index) => [...(matrix.kills[index] ?? [])]))].filter(
    (mutant) => !others.some((kills) => kills?.has(mutant)),
  );
  for (const recipe of mergedRecipes(a, b)) {
    const candidate = candidateOf(rules, recipe);
    if (candidate !== undefined && needed.every((mutant) => matrix.wouldKill(candidate, mutant)))
      return matrix.addCandidate(candidate);
  }
  return undefined;
}
