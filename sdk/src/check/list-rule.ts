import type { Facts } from "../context/facts.ts";
import type { Field } from "../context/field.ts";
import { BROKEN, DOES_NOT_APPLY, UNKNOWN } from "../context/judgement.ts";
import { toPointer } from "../document/pointer.ts";
import { isList } from "../document/value.ts";
import type { ListCheck, Offence } from "../keywords/keyword.ts";
import { compileMessage, placeholders, type Words } from "../keywords/message.ts";
import { show } from "../keywords/show.ts";
import { unknownFinding } from "./finding.ts";
import type { AskableRule, RuleParts } from "./rule.ts";
import { RuleFinding } from "./rule-finding.ts";
import { findNoList, judgeNoList } from "./value-rule.ts";

/** A rule that looks at all lines together. */
export function listRule(parts: RuleParts, fields: readonly Field[], check: ListCheck): AskableRule {
  const { head, when, message, words } = parts;
  const [field] = fields;
  const list = field?.list ?? [];
  const path = field?.place === "document" ? toPointer(list) : "";
  const write = compileMessage<Offence>(message, {
    ...wordsOfOffences(message),
    label: field?.label ?? "",
    value: ({ received }) => show(received, field),
    ...words,
  });
  const judgeLines = (facts: Facts) => {
    const items = field?.items(facts);
    return isList(items) ? check.judge(facts) : judgeNoList(items, field);
  };
  return {
    ...head,
    judge: (facts) => {
      const applies = when.ask(facts, undefined);
      if (applies === BROKEN) return DOES_NOT_APPLY;
      return applies === UNKNOWN ? UNKNOWN : judgeLines(facts);
    },
    find: (facts, found) => {
      const applies = when.ask(facts, undefined);
      if (applies === BROKEN) return;
      if (applies === UNKNOWN) {
        found.push(unknownFinding(head, { index: -1, path, missing: when.missing(facts, undefined) }));
        return;
      }
      const items = field?.items(facts);
      if (!isList(items)) {
        findNoList(head, items, field, facts, found);
        return;
      }
      const offences = check.offences(facts);
      for (const offence of offences) {
        const { path: at, received, index, fixes } = offence;
        found.push(new RuleFinding(head, at, received, write(offence, index + 1), check.expected, fixes));
      }
      if (offences.length === 0 && check.judge(facts) === UNKNOWN)
        found.push(unknownFinding(head, { index: -1, path, missing: check.missing(facts) }));
    },
  };
}

function wordsOfOffences(message: string): Words<Offence> {
  return Object.fromEntries(
    placeholders(message).map((name) => [
      name,
      ({ words }: Offence) => {
        const word = words[name] ?? `{${name}}`;
        return typeof word === "function" ? word() : word;
      },
    ]),
  );
}
