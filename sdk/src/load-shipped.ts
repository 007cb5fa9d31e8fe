import { coreRuleFiles } from "./generated/core-rule-sets.ts";
import { coreLibrary, type LoadOptions, loadSource } from "./load.ts";
import type { RuleSet } from "./rule-set.ts";
import { libraryOf } from "./rules/bundled.ts";
import type { Library } from "./rules/library.ts";
import { parseReference } from "./rules/reference.ts";

/**
 * Loads any rule set that ships. Those that are not part of the core are read when one of them is first asked for.
 * @throws {RuleSetError} when there is no such rule set or version, with those that come near
 */
export async function loadShipped(reference: string, { asOf }: LoadOptions = {}): Promise<RuleSet> {
  const { id } = parseReference(reference);
  const isInCore = coreRuleFiles.some(({ content }) => content.ruleSet === id);
  const library = isInCore ? coreLibrary() : await bundledLibrary();
  return loadSource(library.find(reference, asOf), library);
}

/** The library of all rule sets that ship. */
export async function bundledLibrary(): Promise<Library> {
  const { furtherRuleFiles } = await import("./generated/further-rule-sets.ts");
  return libraryOf([...coreRuleFiles, ...furtherRuleFiles]);
}
