import type { Facts } from "../context/facts.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, UNKNOWN } from "../context/judgement.ts";
import type { FeatureCheck } from "../keywords/keyword.ts";
import { unknownFinding } from "./finding.ts";
import type { AskableRule, RuleParts } from "./rule.ts";
import { ruleFinding } from "./rule-finding.ts";

/** A rule about a toggle. Its findings concern the PCCO as a whole. */
export function featureRule({ head, when, message, words }: RuleParts, check: FeatureCheck): AskableRule {
  const judge = (facts: Facts) => {
    const applies = when === undefined ? HOLDS : when.ask(facts, undefined);
    if (applies === BROKEN) return DOES_NOT_APPLY;
    return applies === UNKNOWN ? UNKNOWN : check.test(facts);
  };
  return {
    ...head,
    judge,
    findings: (facts) => {
      const judgement = judge(facts);
      if (judgement <= HOLDS) return [];
      if (judgement === UNKNOWN) {
        const open = when?.ask(facts, undefined) === UNKNOWN;
        return [
          unknownFinding(head, {
            index: -1,
            path: [],
            missing: open ? when.missing(facts, undefined) : check.missing(facts),
          }),
        ];
      }
      const found = check.words(facts);
      return [
        ruleFinding(head, {
          message,
          index: -1,
          path: [],
          received: found["value"],
          tell: () => ({ words: { ...words, ...found }, expected: check.expected, fixes: [] }),
        }),
      ];
    },
  };
}
