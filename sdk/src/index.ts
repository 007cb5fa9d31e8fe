import { type TextRuleSet, withText } from "./check-text.ts";
import type { BundledReference, EventOf, LoadOptions, RuleIdOf } from "./load.ts";
import { loadShipped } from "./load-shipped.ts";
import { mustBeLoadable } from "./load-source.ts";
import { loadFrom, loadRuleText, type RuleFolder, type RuleText, readRuleFolder } from "./load-text.ts";

/** A rule set of a folder of your own, given as texts. */
export interface RuleFolderSource extends RuleFolder {
  /** Which of its rule sets, as `id@range`; bundled ones can be named too. */
  readonly reference: string;
}

/**
 * Loads a rule set: a bundled one by `id@range` (TypeScript then knows its rules and events by name), one from its text, or
 * one of a folder of texts.
 * @throws {RuleSetError} with every fault of the rule file, or the names that come near when nothing fits
 */
export function loadRuleSet<Reference extends BundledReference>(
  reference: Reference,
  options?: LoadOptions,
): Promise<TextRuleSet<RuleIdOf<Reference>, EventOf<Reference>>>;
export function loadRuleSet(source: RuleText | RuleFolderSource, options?: LoadOptions): Promise<TextRuleSet>;
export async function loadRuleSet(
  source: BundledReference | RuleText | RuleFolderSource,
  options: LoadOptions = {},
): Promise<TextRuleSet> {
  mustBeLoadable(source);
  if (typeof source !== "string" && !("text" in source) && !("files" in source))
    throw new RuleSetError(
      '{ path } and { directory } are read only where Node runs this package by its export condition "node"; read the files, and give { text } or { files, reference }.',
    );
  if (typeof source === "string") return withText(await loadShipped(source, options));
  if ("text" in source) return withText(await loadRuleText(source));
  return withText(loadFrom(await readRuleFolder(source), source.reference, options.asOf));
}

import { RuleSetError } from "./rules/rule-file.ts";

export type { TextVerdict } from "./check-document.ts";
export type { CheckTextOptions, TextRuleSet } from "./check-text.ts";
export * from "./core.ts";
export type { Edit, Position, Range, TextFormat } from "./document/text.ts";
export type { RuleFolder, RuleText } from "./load-text.ts";
export type { RuleProblem } from "./rules/rule-file.ts";
