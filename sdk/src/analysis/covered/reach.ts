import { BROKEN, HOLDS, type Judgement, UNKNOWN } from "../../context/judgement.ts";
import type { ResolvedRule, ResolvedRuleSet } from "../../rules/resolve.ts";
import { withRule } from "../isolated.ts";
import { setOf } from "../solver/clause.ts";
import { takeApart } from "../solver/rule-parts.ts";
import { createSolver } from "../solver/solver.ts";
import type { RuleWord } from "./states.ts";

const judgements: Readonly<Partial<Record<RuleWord, Judgement>>> = { holds: HOLDS, broken: BROKEN, unknown: UNKNOWN };

/**
 * Whether it is proved that a rule never says something: of no field, and of no line.
 * @param event an event for which it is asked
 */
export function neverSays(
  rule: ResolvedRule,
  word: RuleWord,
  set: ResolvedRuleSet,
  event: string | undefined,
): boolean {
  const judgement = judgements[word];
  if (judgement === undefined) return false;
  const solver = createSolver([withRule(set, rule.id, rule.definition, event)]);
  return solver.space.sources.every((source) =>
    source.set.rules.every((alone) =>
      takeApart(solver.space, source, alone).every(({ unit, lines }) => {
        const demands = [{ unit, allowed: setOf(judgement) }];
        return solver.find({ demands, ways: [{ demands: [], lines }] }).kind === "none";
      }),
    ),
  );
}
