import type { MadeMutant } from "../mutation/score.ts";
import type { Candidate } from "./recipe.ts";

/** Which candidates kill which mutants. Every pair is asked once. */
export interface KillMatrix {
  readonly candidates: readonly Candidate[];
  readonly mutants: readonly MadeMutant[];
  /** For each candidate the positions of the mutants that it kills. */
  readonly kills: readonly ReadonlySet<number>[];
  /** Adds a candidate, and gives its position. */
  addCandidate(candidate: Candidate): number;
  /** Adds a mutant, and tells whether one of the candidates kills it. */
  addMutant(made: MadeMutant): boolean;
  /** Whether a candidate that was not added would kill a mutant. */
  wouldKill(candidate: Candidate, mutant: number): boolean;
}

/** Starts without candidates and mutants. */
export function createMatrix(isKilled: (made: MadeMutant, candidate: Candidate) => boolean): KillMatrix {
  const candidates: Candidate[] = [];
  const mutants: MadeMutant[] = [];
  const kills: Set<number>[] = [];
  return {
    candidates,
    mutants,
    kills,
    addCandidate(candidate) {
      kills.push(
        new Set([...mutants.entries()].filter(([, made]) => isKilled(made, candidate)).map(([index]) => index)),
      );
      return candidates.push(candidate) - 1;
    },
    addMutant(made) {
      const index = mutants.push(made) - 1;
      for (const [at, candidate] of candidates.entries()) if (isKilled(made, candidate)) kills[at]?.add(index);
      return kills.some((killed) => killed.has(index));
    },
    wouldKill(candidate, mutant) {
      const made = mutants[mutant];
      return made !== undefined && isKilled(made, candidate);
    },
  };
}
