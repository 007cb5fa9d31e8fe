import type { Facts } from "../context/facts.ts";
import type { Field } from "../context/field.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, UNKNOWN } from "../context/judgement.ts";
import { isList } from "../document/value.ts";
import type { ListCheck } from "../keywords/keyword.ts";
import { show } from "../keywords/show.ts";
import { unknownFinding } from "./finding.ts";
import type { AskableRule, RuleParts } from "./rule.ts";
import { ruleFinding } from "./rule-finding.ts";
import { explainNoList, judgeNoList } from "./value-rule.ts";

/** A rule that looks at all lines together. */
export function listRule(parts: RuleParts, fields: readonly Field[], check: ListCheck): AskableRule {
  const { head, when, message, words } = parts;
  const [field] = fields;
  const list = field?.list ?? [];
  const judge = (facts: Facts) => {
    if (when !== undefined) {
      const applies = when.ask(facts, undefined);
      if (applies === BROKEN) return DOES_NOT_APPLY;
      if (applies === UNKNOWN) return UNKNOWN;
    }
    const items = field?.items(facts);
    if (!isList(items)) return judgeNoList(items, field);
    return check.judge(facts);
  };
  return {
    ...head,
    judge,
    findings: (facts) => {
      const judgement = judge(facts);
      if (judgement <= HOLDS) return [];
      const path = field?.place === "document" ? list : [];
      if (when?.ask(facts, undefined) === UNKNOWN)
        return [unknownFinding(head, { index: -1, path, missing: when.missing(facts, undefined) })];
      const items = field?.items(facts);
      if (!isList(items)) return explainNoList(head, items, field, facts);
      if (judgement === UNKNOWN) return [unknownFinding(head, { index: -1, path, missing: check.missing(facts) })];
      return check.offences(facts).map(({ index, path: at, received, words: own, fixes }) =>
        ruleFinding(head, {
          message,
          index,
          path: at,
          received,
          tell: () => ({
            words: { label: field?.label ?? "", value: show(received, field), ...words, ...own },
            expected: check.expected,
            fixes,
          }),
        }),
      );
    },
  };
}
