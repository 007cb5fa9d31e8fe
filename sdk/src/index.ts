import { type BundledReference, type BundledRuleSet, type IdOf, type LoadOptions, loadBundled } from "./load.ts";
import { loadFrom, loadRuleText, type RuleFolder, type RuleText, readRuleFolder } from "./load-text.ts";
import type { RuleSet } from "./rule-set.ts";

/** A rule set of a folder of your own, given as texts. */
export interface RuleFolderSource extends RuleFolder {
  /** Which of its rule sets, as `id@range`; bundled ones can be named too. */
  readonly reference: string;
}

/**
 * Loads a rule set: a bundled one by `id@range` (its rule ids and events are then literal types), one from its text, or
 * one of a folder of texts.
 * @throws {RuleSetError} with every fault of the rule file, or the names that come near when nothing fits
 */
export function loadRuleSet<Reference extends BundledReference>(
  reference: Reference,
  options?: LoadOptions,
): Promise<BundledRuleSet<IdOf<Reference>>>;
export function loadRuleSet(source: RuleText | RuleFolderSource, options?: LoadOptions): Promise<RuleSet>;
export async function loadRuleSet(
  source: BundledReference | RuleText | RuleFolderSource,
  options: LoadOptions = {},
): Promise<RuleSet> {
  if (typeof source === "string") return loadBundled(source, options);
  if ("text" in source) return loadRuleText(source);
  return loadFrom(await readRuleFolder(source), source.reference, options.asOf);
}

export type { TextVerdict } from "./check-document.ts";
export { type CheckTextOptions, checkText } from "./check-text.ts";
export * from "./core.ts";
export type { Edit, Position, Range, TextFormat } from "./document/text.ts";
export type { RuleFolder, RuleText } from "./load-text.ts";
export type { RuleProblem } from "./rules/rule-file.ts";
