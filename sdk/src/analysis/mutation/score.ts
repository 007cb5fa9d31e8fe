import type { Range } from "../../document/text.ts";
import type { RuleFile, RuleTestFile } from "../../generated/types.ts";
import type { RuleSet } from "../../rule-set.ts";
import type { RuleFileSource } from "../../rules/rule-file.ts";
import type { CaseRun } from "../run-tests.ts";
import { seekDifferences } from "./compare.ts";
import { isKilled, type PassingCase, passingCases } from "./kill.ts";
import { changedContent, type Mutant } from "./mutant.ts";
import { mutantsOf } from "./mutants.ts";
import { type PastedCase, pastedCase } from "./paste.ts";

/** A mutant that no case has noticed. */
export interface Survivor {
  readonly mutant: Mutant;
  /** Where in the rule file it is changed. */
  readonly range: Range | undefined;
  /** A case that would kill it; `undefined` when none was found, though it is not proved that there is none. */
  readonly killer: PastedCase | undefined;
  /** Why it is not known whether there is one, as the end of a sentence. */
  readonly why: string | undefined;
}

/** How well the tests of a rule file notice changes to it. */
export interface MutationScore {
  readonly killed: number;
  readonly survivors: readonly Survivor[];
  /** Mutants of which it is proved that they never make a difference; they don't count. */
  readonly equivalent: readonly Mutant[];
}

/** A rule file under test. */
export interface Subject {
  readonly source: RuleFileSource;
  readonly rules: RuleSet;
  readonly file: RuleTestFile;
  readonly runs: readonly CaseRun[];
  /** Makes the rule set of changed content. Its names are those of the rule file, so they need no check. */
  readonly make: (content: RuleFile) => RuleSet;
}

/** A mutant, and the rule set that it makes. */
export interface MadeMutant {
  readonly mutant: Mutant;
  readonly rules: RuleSet;
}

/** All mutants of a rule file, made one by one. */
export function* madeMutants({
  source,
  rules,
  make,
}: Pick<Subject, "source" | "rules" | "make">): Generator<MadeMutant> {
  for (const mutant of mutantsOf(source.content, rules.definition))
    yield { mutant, rules: make(changedContent(source.content, mutant)) };
}

/**
 * Changes a rule file in small ways, and tells which of the changes its tests notice. For each that they don't a case is
 * sought that would, or a proof that there is none.
 */
export function mutationScore(subject: Subject): MutationScore {
  const { file, runs } = subject;
  const cases = passingCases(runs);
  const survivors: Survivor[] = [];
  const equivalent: Mutant[] = [];
  let killed = 0;
  for (const made of madeMutants(subject)) {
    if (isKilled(made.mutant, made.rules, cases, file.at)) {
      killed++;
      continue;
    }
    const found = survivorOf(made, subject, cases);
    if (found === undefined) equivalent.push(made.mutant);
    else survivors.push(found);
  }
  return { killed, survivors, equivalent };
}

/** Looks for a case that would kill a mutant; `undefined` when it is proved that there is none. */
function survivorOf(
  { mutant, rules: after }: MadeMutant,
  { rules: before, file, source }: Subject,
  cases: readonly PassingCase[],
): Survivor | undefined {
  const range = source.rangeOf(mutant.path);
  let why: string | undefined;
  for (const sought of seekDifferences(before, after)) {
    if (sought.kind === "none") continue;
    if (sought.kind === "not decided") {
      why ??= sought.why;
      continue;
    }
    const killer = pastedCase(mutant, sought, { before, after }, file, cases);
    if (killer !== undefined) return { mutant, range, killer, why: undefined };
    why ??= "what was found does not show it";
  }
  return why === undefined ? undefined : { mutant, range, killer: undefined, why };
}
