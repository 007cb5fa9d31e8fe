import { bundledRuleFiles } from "./generated/rule-sets.ts";
import { createRuleSet, type RuleSet } from "./rule-set.ts";
import { type BundledRuleFile, libraryOf } from "./rules/bundled.ts";
import type { Library } from "./rules/library.ts";
import { verifyLock } from "./rules/lock.ts";
import { readRuleFile } from "./rules/read-rule-file.ts";
import { type ResolvedRuleSet, resolveRuleSet } from "./rules/resolve.ts";
import { type RuleFileSource, RuleSetError } from "./rules/rule-file.ts";
import { verifyNames } from "./rules/verify.ts";

/** The text of a rule file. */
export interface RuleText {
  readonly text: string;
  /** Name of the file, for messages; `.json` at its end means JSON, anything else YAML. */
  readonly file?: string;
}

/** The rule files of a folder, with its lock file if it has one. */
export interface RuleFolder {
  readonly files: readonly RuleText[];
  /** Text of `lock.yaml`: the hashes of published versions, which must not change. */
  readonly lock?: string | undefined;
}

/**
 * Loads a rule set from its text. What it extends is looked up among the rule sets that ship.
 * @throws {RuleSetError} with every fault, each at its place
 */
export async function loadRuleText({ text, file = "rules.yaml" }: RuleText): Promise<RuleSet> {
  const source = await readRuleFile(text, file);
  return ruleSetOf(source, libraryOf(bundledBeside([source])));
}

/**
 * Puts rule files beside those that ship; one of the same version takes the place of the bundled one.
 * @throws {RuleSetError} when two of them are the same version, or their effective days overlap or leave a gap
 */
export function libraryWith(sources: readonly RuleFileSource[]): Library {
  return libraryOf(bundledBeside(sources), sources);
}

/**
 * Makes the rule set of a rule file.
 * @param library where what it extends is looked up
 * @throws {RuleSetError} with every name that is not known, or when what it extends is not there
 */
export function ruleSetOf(source: RuleFileSource, library: Library): RuleSet {
  return createRuleSet(resolved(source, library));
}

/** The rule files that ship, but for those whose place a file of the same version takes, so that it can be tried out. */
function bundledBeside(sources: readonly RuleFileSource[]): readonly BundledRuleFile[] {
  return bundledRuleFiles.filter(
    ({ content: { ruleSet, version } }) =>
      !sources.some(({ content }) => content.ruleSet === ruleSet && content.version === version),
  );
}

/**
 * Reads the rule files of a folder and puts them beside the rule sets that ship.
 * @throws {RuleSetError} with the faults of all files, or when a published version has changed
 */
export async function readRuleFolder({ files, lock }: RuleFolder): Promise<Library> {
  const read = await Promise.allSettled(files.map(({ text, file = "rules.yaml" }) => readRuleFile(text, file)));
  const failures = read.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  const problems = failures.flatMap((failure) => {
    if (failure instanceof RuleSetError) return failure.problems;
    throw failure;
  });
  if (problems.length > 0) throw new RuleSetError("some rule files have faults:", problems);
  const sources = read.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const changed = lock === undefined ? [] : verifyLock(sources, lock);
  if (changed.length > 0) throw new RuleSetError("published rule files have changed:", changed);
  return libraryWith(sources);
}

/**
 * Loads a rule set of a library by `id@range`.
 * @throws {RuleSetError} when nothing fits, or the rule file has faults
 */
export function loadFrom(library: Library, reference: string, asOf?: string): RuleSet {
  return ruleSetOf(library.find(reference, asOf), library);
}

function resolved(source: RuleFileSource, library: Library): ResolvedRuleSet {
  const set = resolveRuleSet(source, library);
  for (let file: RuleFileSource | undefined = source; file !== undefined; ) {
    verifyNames(file, file === source ? set : resolveRuleSet(file, library));
    file = file.content.extends === undefined ? undefined : library.find(file.content.extends);
  }
  return set;
}
