import { isRuleSetError, type Library, type RuleFileSource } from "@erp-export-rules/sdk/authoring";

/** A rule file and those it extends, nearest first; as far as they are there. */
export function lineage(source: RuleFileSource, library: Library): readonly RuleFileSource[] {
  const chain = [source];
  for (let { extends: reference } = source.content; reference !== undefined; ) {
    const parent = find(reference, library);
    if (parent === undefined || chain.some((each) => isSameVersion(each, parent))) break;
    chain.push(parent);
    reference = parent.content.extends;
  }
  return chain;
}

/** Whether two rule files are the same version of one rule set. */
export function isSameVersion({ content: a }: RuleFileSource, { content: b }: RuleFileSource): boolean {
  return a.ruleSet === b.ruleSet && a.version === b.version;
}

/** The rule file of a reference; `undefined` when there is none. */
export function find(reference: string, library: Library): RuleFileSource | undefined {
  try {
    return library.find(reference);
  } catch (error) {
    if (!isRuleSetError(error)) throw error;
    return undefined;
  }
}
