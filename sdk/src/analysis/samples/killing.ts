import { compileNames } from "../../check/names.ts";
import type { CompiledRule } from "../../check/rule.ts";
import { compileRule } from "../../check/rule.ts";
import { HOLDS } from "../../context/judgement.ts";
import type { RuleSet } from "../../rule-set.ts";
import type { ResolvedRuleSet } from "../../rules/resolve.ts";
import { askableOf, factsOf } from "../askable.ts";
import { usualTime } from "../diff/witness.ts";
import type { Mutant } from "../mutation/mutant.ts";
import type { MadeMutant } from "../mutation/score.ts";
import type { Candidate } from "./recipe.ts";
import { checkVerdict, eventVerdict } from "./sample.ts";

/** Tells whether a sample kills a mutant: whether anything that is said of the sample is another thing then. */
export function createKilling(before: RuleSet): (made: MadeMutant, candidate: Candidate) => boolean {
  const { events } = askableOf(before.definition);
  const beyond = eventsBeyond(before.definition);
  const compiled = new Map<Mutant, readonly [CompiledRule | undefined, CompiledRule | undefined]>();
  return (made, candidate) => {
    const { mutant, rules: after } = made;
    const { sample, verdicts } = candidate;
    const eventDiffers = (event: string): boolean =>
      JSON.stringify(eventVerdict(after, sample, event)) !== JSON.stringify(verdicts.events[event]);
    const checkDiffers = (): boolean => {
      const { outcome, broken, unknown } = verdicts;
      return JSON.stringify(checkVerdict(after, sample)) !== JSON.stringify({ outcome, broken, unknown });
    };
    switch (sectionOf(mutant)) {
      case "lifecycle":
        return eventDiffers(mutant.entry) || (sample.event === mutant.entry && checkDiffers());
      case "roles":
        return before.events.filter((event) => isFor(mutant.entry, event)).some(eventDiffers);
      case "rules":
      case "overrides": {
        // Other events ask no rules that the check has not asked.
        const further = (beyond.get(sample.event) ?? []).filter((event) => canDiffer(made, candidate, event));
        return (canDiffer(made, candidate, sample.event) && checkDiffers()) || further.some(eventDiffers);
      }
      default:
        return checkDiffers() || before.events.some(eventDiffers);
    }
  };

  function isFor(role: string, event: string): boolean {
    return events.get(event)?.roles.some(({ name }) => name === role) === true;
  }

  /** Whether a changed rule says something else, or something that now weighs more or less. Quicker than to ask all rules. */
  function canDiffer({ mutant, rules: after }: MadeMutant, { sample }: Candidate, name: string): boolean {
    const [first, second] =
      compiled.get(mutant) ?? [before, after].map(({ definition }) => ruleOf(definition, mutant.entry));
    compiled.set(mutant, [first, second]);
    const event = events.get(name);
    const facts = event && factsOf(event, sample, sample, usualTime);
    if (facts === undefined) return true;
    const [old = HOLDS, changed = HOLDS] = [first?.judge(facts), second?.judge(facts)];
    return old > HOLDS || changed > HOLDS ? old !== changed || first?.severity !== second?.severity : false;
  }
}

function ruleOf(set: ResolvedRuleSet, id: string): CompiledRule | undefined {
  const rule = set.rules.find((each) => each.id === id);
  return rule === undefined ? undefined : compileRule(rule, set, compileNames(set));
}

function sectionOf({ path }: Mutant): string {
  return path.split("/")[1] ?? "";
}

/** For each event the others that ask rules which it does not ask. */
function eventsBeyond(set: ResolvedRuleSet): ReadonlyMap<string, readonly string[]> {
  const { events } = askableOf(set);
  const asked = [...events].map(([name, { rules }]) => [name, new Set(rules.map(({ id }) => id))] as const);
  return new Map(
    asked.map(([name, own]) => [
      name,
      asked.filter(([, other]) => [...other].some((id) => !own.has(id))).map(([other]) => other),
    ]),
  );
}
