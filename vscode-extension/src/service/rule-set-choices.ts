import { bundledRuleFiles } from "@erp-export-rules/sdk/authoring";
import type { RuleSetChoice } from "../protocol.ts";
import type { Project } from "./model.ts";

/**
 * Every rule set and version that can be chosen, newest first.
 * @param inForce the version in force for the file that is asked for, as `id@version`
 */
export function ruleSetChoices({ library }: Project, inForce: string | undefined): readonly RuleSetChoice[] {
  return library.files
    .map(({ content: { ruleSet, version, title, effective }, sha256 }) => {
      const reference = `${ruleSet}@${version}`;
      return {
        reference,
        title: title ?? ruleSet,
        effectiveFrom: effective.from,
        isInForce: reference === inForce,
        ships: bundledRuleFiles.some((each) => each.sha256 === sha256),
      };
    })
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : a.effectiveFrom > b.effectiveFrom ? -1 : 0));
}
