import type { Facts } from "../context/facts.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, UNKNOWN } from "../context/judgement.ts";
import type { FeatureCheck } from "../keywords/keyword.ts";
import { compileMessage } from "../keywords/message.ts";
import { unknownFinding } from "./finding.ts";
import type { AskableRule, RuleParts } from "./rule.ts";
import { RuleFinding } from "./rule-finding.ts";

/** A rule about a toggle. Its findings concern the PCCO as a whole. */
export function featureRule({ head, when, message, words }: RuleParts, check: FeatureCheck): AskableRule {
  const write = compileMessage<Facts>(message, { ...words, value: check.position, ...check.words });
  const judge = (facts: Facts) => {
    const applies = when.ask(facts, undefined);
    if (applies === BROKEN) return DOES_NOT_APPLY;
    return applies === UNKNOWN ? UNKNOWN : check.test(facts);
  };
  return {
    ...head,
    judge,
    find: (facts, found) => {
      const judgement = judge(facts);
      if (judgement <= HOLDS) return;
      if (judgement === UNKNOWN) {
        const open = when.ask(facts, undefined) === UNKNOWN;
        const missing = open ? when.missing(facts, undefined) : check.missing(facts);
        found.push(unknownFinding(head, { index: -1, path: "", missing }));
        return;
      }
      found.push(new RuleFinding(head, "", check.position(facts), write(facts, 0), check.expected, []));
    },
  };
}
