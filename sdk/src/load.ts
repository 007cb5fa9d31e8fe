import { cleanTests } from "./generated/clean-tests.js";
import { coreRuleFiles } from "./generated/core-rule-sets.ts";
import type { BundledRuleSets, CoreRuleSets } from "./generated/rule-set-types.ts";
import { createRuleSet, type RuleSet } from "./rule-set.ts";
import { libraryOf } from "./rules/bundled.ts";
import type { Library } from "./rules/library.ts";
import { resolveRuleSet } from "./rules/resolve.ts";
import type { RuleFileSource } from "./rules/rule-file.ts";

/** The ids of the rule sets that ship. */
export type BundledId = keyof BundledRuleSets;

/** A bundled rule set, with or without a version or range: `spectrum/pcco`, `spectrum/pcco@1`, `spectrum/pcco@1.0.0`. */
export type BundledReference = BundledId | `${BundledId}@${string}`;

/** The ids of the rule sets that are part of the core. */
export type CoreId = keyof CoreRuleSets;

/** A rule set of the core, with or without a version or range. */
export type CoreReference = CoreId | `${CoreId}@${string}`;

/** The id in a reference. */
export type IdOf<Reference extends BundledReference> = Reference extends `${infer Id extends BundledId}@${string}`
  ? Id
  : Reference extends BundledId
    ? Reference
    : never;

/** A bundled rule set: TypeScript knows its rules and events by name. */
export type BundledRuleSet<Id extends BundledId> = RuleSet<BundledRuleSets[Id]["ruleId"], BundledRuleSets[Id]["event"]>;

/** The rule ids of a bundled rule set, over all its versions. */
export type RuleIdOf<Reference extends BundledReference> = BundledRuleSets[IdOf<Reference>]["ruleId"];

/** The events of a bundled rule set, over all its versions. */
export type EventOf<Reference extends BundledReference> = BundledRuleSets[IdOf<Reference>]["event"];

/** Which version is chosen. */
export interface LoadOptions {
  /** A day (`YYYY-MM-DD`): only versions in force that day count. Without it the highest version in the range wins. */
  readonly asOf?: string;
}

const loaded = new Map<string, RuleSet>();

/** The library of the rule sets of the core. */
export function coreLibrary(): Library {
  return libraryOf(coreRuleFiles);
}

/**
 * Loads a rule set of the core: those for Spectrum. Rule sets for other ERP systems are read when they are asked for, by
 * `loadRuleSet` of the whole package.
 * @throws {RuleSetError} when there is no such rule set or version, with those that come near
 */
export function loadBundled<Reference extends CoreReference>(
  reference: Reference,
  { asOf }: LoadOptions = {},
): BundledRuleSet<IdOf<Reference>> {
  const library = coreLibrary();
  const known = loadSource(library.find(reference, asOf), library);
  if (!isOf<IdOf<Reference>>(known)) throw new RangeError(`${reference} is not a rule set of the core`);
  return known;
}

/** Makes a rule set of a bundled rule file askable, each once: they never change. */
export function loadSource(source: RuleFileSource, library: Library): RuleSet {
  const known = loaded.get(source.file) ?? createRuleSet(resolveRuleSet(source, library), cleanTests[source.file]);
  loaded.set(source.file, known);
  return known;
}

/** Whether a rule set is one of the core, whose names are known when the caller's code is compiled. */
function isOf<Id extends BundledId>(set: RuleSet): set is BundledRuleSet<Id> {
  return coreRuleFiles.some(({ content }) => content.ruleSet === set.reference.id);
}
