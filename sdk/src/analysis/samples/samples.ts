import type { RuleSet } from "../../rule-set.ts";
import type { Mutant } from "../mutation/mutant.ts";
import { madeMutants, type Subject } from "../mutation/score.ts";
import { basesOf } from "./bases.ts";
import { type Chosen, smallestCover } from "./cover.ts";
import { createKilling } from "./killing.ts";
import { createMatrix, type KillMatrix } from "./matrix.ts";
import { merged } from "./merge.ts";
import { killerOf, recipesOf } from "./pool.ts";
import { candidateOf, type Recipe } from "./recipe.ts";
import type { Sample } from "./sample.ts";

/** Samples that together kill all mutants of a rule file. */
export interface SampleSet {
  readonly samples: readonly ChosenSample[];
  /** How many mutants they kill. */
  readonly killed: number;
  /** Mutants of which it is proved that they never make a difference. */
  readonly equivalent: readonly Mutant[];
  /** Mutants for which no sample was found, though it is not proved that there is none. */
  readonly notDecided: readonly Mutant[];
  /** Whether it is proved that no fewer of the samples that were found would do. */
  readonly isSmallest: boolean;
}

/** A sample that was chosen. */
export interface ChosenSample {
  readonly sample: Sample;
  /** The mutants it kills. */
  readonly kills: readonly Mutant[];
}

/**
 * Makes a small set of samples that kills all mutants of a rule file: as few as will do of those that were found, and
 * two are put together wherever one does what both do.
 */
export function samplesFor(subject: Pick<Subject, "source" | "rules" | "make">): SampleSet {
  const { rules } = subject;
  const bases = basesOf(rules);
  const matrix = createMatrix(createKilling(rules));
  const add = (recipe: Recipe): void => {
    const candidate = candidateOf(rules, recipe);
    if (candidate !== undefined) matrix.addCandidate(candidate);
  };
  for (const recipe of recipesOf(rules, bases)) add(recipe);
  const equivalent: Mutant[] = [];
  const notDecided: Mutant[] = [];
  for (const made of madeMutants(subject)) {
    if (matrix.addMutant(made)) continue;
    const killer = killerOf(made, rules, bases);
    if (typeof killer !== "string") add(killer);
    const isKilled = matrix.kills.at(-1)?.has(matrix.mutants.length - 1) === true;
    if (!isKilled) (killer === "equivalent" ? equivalent : notDecided).push(made.mutant);
  }
  const { chosen, isSmallest } = fewest(rules, matrix);
  const samples = chosen.flatMap((index): readonly ChosenSample[] => {
    const sample = matrix.candidates[index]?.sample;
    const kills = [...(matrix.kills[index] ?? [])].flatMap((at) => matrix.mutants[at]?.mutant ?? []);
    return sample === undefined ? [] : [{ sample, kills }];
  });
  const killed = matrix.mutants.length - equivalent.length - notDecided.length;
  return { samples, killed, equivalent, notDecided, isSmallest };
}

/** Chooses and puts together until that makes no fewer. */
function fewest(rules: RuleSet, matrix: KillMatrix): Chosen {
  for (let best = smallestCover(matrix.kills); ; ) {
    merged(rules, matrix, best.chosen);
    const next = smallestCover(matrix.kills);
    if (next.chosen.length >= best.chosen.length) return next;
    best = next;
  }
}
