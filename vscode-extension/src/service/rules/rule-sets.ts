import type { RuleSet } from "@erp-export-rules/sdk";
import { isMeantBy, type Library, type RuleFileSource, ruleSetOf } from "@erp-export-rules/sdk/authoring";
import type { Project, RuleText } from "../model.ts";
import { find } from "./lineage.ts";

/**
 * The rule set of a reference: of a file of the project or one that ships. A file of the project that has faults stands for
 * its last good rule set.
 * @throws {RuleSetError} when there is none, with the names that come near
 */
export function ruleSetFor(reference: string, project: Project): RuleSet {
  const source = find(reference, project.library);
  const own = project.ruleTexts.find((each) => each.source !== undefined && each.source === source);
  if (own?.ruleSet !== undefined) return own.ruleSet;
  if (source !== undefined) return shipped(source, project.library);
  const faulty = project.ruleTexts.find((each) => isLastGood(each, reference))?.ruleSet;
  return faulty ?? ruleSetOf(project.library.find(reference), project.library);
}

function isLastGood({ ruleSet, isCurrent }: RuleText, reference: string): boolean {
  if (isCurrent || ruleSet === undefined) return false;
  return isMeantBy(reference, ruleSet.reference.id, ruleSet.reference.version);
}

const made = new WeakMap<RuleFileSource, RuleSet>();

/** Rule files that ship never change, so their rule sets are made once. */
export function shipped(source: RuleFileSource, library: Library): RuleSet {
  const known = made.get(source) ?? ruleSetOf(source, library);
  if (source.content.extends === undefined) made.set(source, known);
  return known;
}
