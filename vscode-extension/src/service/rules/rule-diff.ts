import { diffRuleSets, isRuleSetError, markdownDiff } from "@erp-export-rules/sdk/authoring";
import type { RuleDiff } from "../../protocol.ts";
import type { RuleText } from "../model.ts";
import type { Counterpart } from "./counterparts.ts";

/**
 * Compares a rule file, as it is edited, with other rules: what it newly lets through or holds back, for each event, with
 * the PCCOs that show it.
 */
export function ruleDiff({ file, ruleSet, isCurrent, problems }: RuleText, counterpart: Counterpart): RuleDiff {
  if (ruleSet === undefined || !isCurrent) return { refusal: faulty(file, problems[0]?.message) };
  const { name, kind, label, reference } = counterpart;
  try {
    const diff = diffRuleSets(counterpart.ruleSet(), ruleSet);
    const before = kind === "saved" || kind === "published" ? `${label} as ${name}` : label;
    const { id, version } = ruleSet.reference;
    return {
      title: `${before} → ${file}`,
      markdown: markdownDiff({ diff, names: [before, `${id} ${version} as edited`] }, { showsCommands: false }),
      after: `${id}@${version}`,
      ...(reference === undefined ? {} : { before: reference }),
    };
  } catch (error) {
    if (!isRuleSetError(error)) throw error;
    return { refusal: faulty(label, error.problems[0]?.message ?? error.message) };
  }
}

/** Why rules with faults are not looked into. */
export function faulty(name: string, first: string | undefined): string {
  return `${name} has faults. Mend these first${first === undefined ? "." : `: ${first}`}`;
}
