import { explainRules } from "@erp-export-rules/sdk/authoring";
import type { WhyResult } from "../../protocol.ts";
import type { PccoRecord, SurroundingsOf } from "../model.ts";
import { labelOf } from "../pcco/label.ts";
import { isGroup } from "./names.ts";
import { whyPage } from "./why-page.ts";

/** How the verdict on a PCCO comes about. */
export function whyPcco(record: PccoRecord, surroundingsOf: SurroundingsOf): WhyResult {
  const document = record.document();
  const { value, problems } = document;
  const title = labelOf(value, record.index);
  const cannot = (why: string): WhyResult => ({ title, page: `# Why: ${title}\n\n${why}\n` });
  const found = surroundingsOf(value);
  if (!isGroup(value)) return cannot("This PCCO can't be read, so no rule is asked.");
  if ("cannot" in found) return cannot(`It can't be judged. ${found.problem}`);
  const { rules, context, event, at, why } = found;
  const explanation = explainRules(rules, value, context, { event, at, sourceOf: (path) => document.sourceOf(path) });
  if (explanation === undefined) return cannot(`The rules have no event "${event}", or this is no PCCO.`);
  const faults = problems.map(({ message }) => message);
  const lead = [
    `Rules: ${why.rules}. Context: ${why.context}.`,
    ...(faults.length === 0 ? [] : [`Its text has faults, which block it whatever the rules say: ${faults.join(" ")}`]),
  ];
  return { title, page: whyPage({ title, lead, at }, rules, explanation) };
}
