import type { Finding } from "@erp-export-rules/sdk";
import { type ResolvedRule, type RuleState, ruleStates } from "@erp-export-rules/sdk/authoring";
import { fromPointer, type Path } from "@erp-export-rules/sdk/text";
import type { PccoRecord, Surroundings, SurroundingsOf } from "../model.ts";
import { entryAt } from "./dictionary.ts";
import { code, link, plain } from "./markdown.ts";

/**
 * The rules about a place, each with what it says here, as lines of Markdown.
 * @param path from the PCCO itself
 * @param whole the same place from the top of the document
 */
export function explainRulesAt(
  path: Path,
  whole: Path,
  record: PccoRecord,
  surroundings: Surroundings,
  surroundingsOf: SurroundingsOf,
): readonly string[] {
  const { rules, context, event, at } = surroundings;
  const about = entryAt(rules.definition, path).rules;
  const { value } = record.document();
  if (about.length === 0 || typeof value !== "object" || value === null) return [];
  const states = ruleStates(rules.definition, { ...value }, context, { event, at });
  const { findings } = record.verdict(surroundingsOf);
  const here = findings.filter((finding) => isAbout(finding, whole));
  const label = rules.definition.lifecycle[event]?.label ?? event;
  return [
    `Rules for ${plain(label)}:`,
    "",
    ...about.map((rule) => explainRule(rule, states.get(rule.id), here, surroundings)),
  ];
}

/** Whether a finding is about a place, a part of it, or the list it stands in. */
function isAbout({ path }: Finding, place: Path): boolean {
  const found = fromPointer(path);
  const shared = Math.min(found.length, place.length);
  return found.slice(0, shared).every((step, index) => step === place[index]);
}

function explainRule(
  { id, definition }: ResolvedRule,
  state: RuleState | undefined,
  here: readonly Finding[],
  { rules }: Surroundings,
): string {
  const page = rules.definition.sources[definition.source];
  const name = `${link(definition.title ?? id, page?.url)} (${code(id)})`;
  const finding = here.find(({ ruleId }) => ruleId === id);
  if (finding !== undefined) {
    const word = finding.state === "unknown" ? "? unknown" : definition.severity === "error" ? "✗ broken" : "! broken";
    return `- ${word}: ${name}. ${plain(finding.message)}`;
  }
  if (state === undefined) return `- – not asked yet: ${name}`;
  if (state === "does not apply") return `- – does not apply: ${name}`;
  return state === "unknown" ? `- ? unknown: ${name}` : `- ✓ holds here: ${name}`;
}
