/** What a rule says of one place. `mistyped`: the PCCO has a value of another type there, so that it can't be asked. */
export type Answer = "does not apply" | "holds" | "unknown" | "mistyped" | "broken";

const weights: readonly Answer[] = ["does not apply", "holds", "unknown", "mistyped", "broken"];

/** Of several places the heaviest answer is that of the rule. */
export function heaviest(answers: readonly Answer[]): Answer {
  return weights.findLast((weight) => answers.includes(weight)) ?? "does not apply";
}
