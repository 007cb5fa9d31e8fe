import type { RuleTestCase } from "../../generated/types.ts";
import type { RuleSet } from "../../rule-set.ts";
import { askableOf } from "../askable.ts";
import { seekDifferences } from "../mutation/compare.ts";
import { type PastedCase, pastedCase } from "../mutation/paste.ts";
import type { MadeMutant } from "../mutation/score.ts";
import type { Bases } from "./bases.ts";
import type { Recipe } from "./recipe.ts";

/** What came of looking for a sample that kills a mutant. */
export type Killer = Recipe | "equivalent" | "not decided";

/** The samples of some bases as they are. */
export function recipesOf(rules: RuleSet, bases: Bases): readonly Recipe[] {
  return bases.cases.flatMap(({ test }) => recipeOf(rules, { case: test }, bases) ?? []);
}

/** A case as a recipe. What a check for sending asks is asked of it as well, unless the case is about further rules. */
function recipeOf(rules: RuleSet, pasted: PastedCase, { file }: Bases): Recipe | undefined {
  const { document, context, change = {}, changeContext = {}, event = "send", input = {} } = pasted.case;
  const base = { ...file.documents, ...pasted.documents }[document];
  const around = { ...file.contexts, ...pasted.contexts }[context ?? ""];
  if (base === undefined) return undefined;
  const checked = checkedFor(rules, event);
  return { document: base, context: around ?? {}, change, changeContext, event: checked, input };
}

function checkedFor(rules: RuleSet, event: NonNullable<RuleTestCase["event"]>): string {
  const { events } = askableOf(rules.definition);
  const bySend = new Set(events.get("send")?.rules.map(({ id }) => id));
  const isEnough = events.get(event)?.rules.every(({ id }) => bySend.has(id)) ?? true;
  return isEnough && events.has("send") ? "send" : event;
}

/** Looks for a sample that kills a mutant: a base with a few changes, or else the smallest PCCO that does. */
export function killerOf({ mutant, rules: after }: MadeMutant, before: RuleSet, bases: Bases): Killer {
  const { file, cases } = bases;
  let isOpen = false;
  for (const sought of seekDifferences(before, after)) {
    if (sought.kind === "none") continue;
    const pasted = sought.kind === "shown" ? pastedCase(mutant, sought, { before, after }, file, cases) : undefined;
    const recipe = pasted === undefined ? undefined : recipeOf(before, pasted, bases);
    if (recipe !== undefined) return recipe;
    isOpen = true;
  }
  return isOpen ? "not decided" : "equivalent";
}
