import type { CompiledRule } from "../../check/rule.ts";
import type { Facts } from "../../context/facts.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, UNKNOWN } from "../../context/judgement.ts";
import type { ResolvedRule, ResolvedRuleSet } from "../../rules/resolve.ts";
import { type Askable, factsOf } from "../askable.ts";
import type { CaseRun } from "../run-tests.ts";
import type { CoverageItem } from "./coverage.ts";
import { neverSays } from "./reach.ts";
import { type RuleWord, statesOf } from "./states.ts";
import { valueClasses } from "./value-classes.ts";

/** The rule set under test, and the cases that have passed. */
export interface Tested {
  readonly set: ResolvedRuleSet;
  readonly askable: Askable;
  readonly runs: readonly CaseRun[];
  readonly at: string | undefined;
}

/** A case in which a rule is asked. */
interface Asked {
  readonly run: CaseRun;
  readonly rule: CompiledRule;
  readonly facts: Facts;
}

/** What tests can see of a rule: what it says, and the classes of values it tells apart. */
export function ruleItems(rule: ResolvedRule, tested: Tested): readonly CoverageItem[] {
  const asked = casesFor(rule, tested);
  const [event] = [...tested.askable.events].find(([, { rules }]) => rules.some(({ id }) => id === rule.id)) ?? [];
  const states = statesOf(rule, tested.set, tested.askable)
    .map((state) => ({ name: state, seen: asked.some((each) => says(each, state)) }))
    .filter(({ name, seen }) => seen || !neverSays(rule, name, tested.set, event));
  return [
    ...states,
    ...valueClasses(rule.definition, tested.set, tested.askable.names).map(({ name, key, isIn }) => ({
      name,
      key,
      seen: asked.some(({ facts }) => isIn(facts)),
    })),
  ];
}

function casesFor({ id }: ResolvedRule, { askable, runs, at }: Tested): readonly Asked[] {
  return runs.flatMap((run): readonly Asked[] => {
    const event = askable.events.get(run.test.event ?? "send");
    const rule = event?.rules.find((each) => each.id === id);
    if (event === undefined || rule === undefined || run.given === undefined) return [];
    const facts = factsOf(event, run.given, run.test, at);
    return facts === undefined ? [] : [{ run, rule, facts }];
  });
}

/** Whether a rule says so. That it is broken or unknown counts only where a case expects just that. */
function says({ run: { test }, rule, facts }: Asked, state: RuleWord): boolean {
  const judgement = rule.judge(facts);
  switch (state) {
    case "holds":
      return judgement === HOLDS;
    case "does not apply":
      return judgement === DOES_NOT_APPLY;
    case "broken":
      return judgement === BROKEN && test.broken?.includes(rule.id) === true;
    case "unknown":
      return judgement === UNKNOWN && test.unknown?.includes(rule.id) === true;
  }
}
