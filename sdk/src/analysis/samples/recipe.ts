import type { JsonObject } from "../../document/value.ts";
import type { Pcco, PccoContext, RuleTestCase } from "../../generated/types.ts";
import type { RuleSet } from "../../rule-set.ts";
import { givenTo } from "../given.ts";
import { type Sample, type Verdicts, verdictsOf } from "./sample.ts";

/** How a sample is made: changes to a base. */
export interface Recipe {
  readonly document: Pcco;
  readonly context: PccoContext;
  readonly change: NonNullable<RuleTestCase["change"]>;
  readonly changeContext: NonNullable<RuleTestCase["changeContext"]>;
  readonly event: string;
  readonly input: JsonObject;
}

/** A sample, how it is made, and what the rule set says of it as it is. */
export interface Candidate {
  readonly recipe: Recipe;
  readonly sample: Sample;
  readonly verdicts: Verdicts;
}

/** Makes a sample; `undefined` when one of the changes leads nowhere. */
export function candidateOf(rules: RuleSet, recipe: Recipe): Candidate | undefined {
  const { document, context, change, changeContext, event, input } = recipe;
  const file = { ruleSet: "", documents: { it: document }, contexts: { it: context }, cases: [] };
  try {
    const sample = { ...givenTo(file, { document: "it", context: "it", change, changeContext }), event, input };
    return { recipe, sample, verdicts: verdictsOf(rules, sample) };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Recipes that do what two others do, if their changes don't get in each other's way. */
export function mergedRecipes(a: Recipe, b: Recipe): readonly Recipe[] {
  const change = joined(a.change, b.change);
  const changeContext = joined(a.changeContext, b.changeContext);
  const input = joined(a.input, b.input);
  if (change === undefined || changeContext === undefined || input === undefined) return [];
  const events = [...new Set([a.event, b.event])];
  const bases = a.document === b.document && a.context === b.context ? [a] : [a, b];
  return bases.flatMap(({ document, context }) =>
    events.map((event) => ({ document, context, change, changeContext, event, input })),
  );
}

function joined(a: JsonObject, b: JsonObject): JsonObject | undefined {
  const areApart = Object.keys(a).every((key) =>
    Object.keys(b).every((other) => {
      if (key === other) return JSON.stringify(a[key]) === JSON.stringify(b[other]);
      return !key.startsWith(`${other}/`) && !other.startsWith(`${key}/`);
    }),
  );
  return areApart ? { ...a, ...b } : undefined;
}
