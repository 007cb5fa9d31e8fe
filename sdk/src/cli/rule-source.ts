import { existsSync, statSync } from "node:fs";
import { libraryWith, ruleSetOf } from "../load-text.ts";
import type { RuleSet } from "../rule-set.ts";
import type { Library } from "../rules/library.ts";
import { readRuleFile } from "../rules/read-rule-file.ts";
import { isRuleSetError, type RuleFileSource, RuleSetError } from "../rules/rule-file.ts";
import { libraryFor, ofAnotherKind } from "./own-rules.ts";
import { readTextFile } from "./read-file.ts";

/** A rule set with the rule file it is made of. */
export interface RuleSource {
  readonly source: RuleFileSource;
  readonly library: Library;
  readonly rules: RuleSet;
  /** Whether it was read from a file rather than shipped. */
  readonly isFile: boolean;
}

/**
 * Finds a rule set and its rule file by `id@range`, or by the path of the rule file.
 * @throws {RuleSetError} when there is none, or it has faults
 */
export async function findRuleSource(reference: string): Promise<RuleSource> {
  const isFile =
    statSync(reference, { throwIfNoEntry: false })?.isFile() === true || /\.(ya?ml|json)$/i.test(reference);
  const own = isFile ? await readSource(reference) : undefined;
  const library = own === undefined ? libraryWith([]) : await libraryFor(own, reference);
  const source = own ?? library.find(reference);
  return { source, library, rules: ruleSetOf(source, library), isFile };
}

async function readSource(file: string): Promise<RuleFileSource> {
  if (!existsSync(file)) throw new RuleSetError(`there is no rule file ${file}.`);
  const read = readTextFile(file);
  if ("problem" in read)
    throw new RuleSetError(`the rule file ${file} can't be used: ${read.problem.replace(/^this file/, "it")}.`);
  try {
    return await readRuleFile(read.text, file);
  } catch (error) {
    throw isRuleSetError(error) && error.kind === "shape" ? (ofAnotherKind(file) ?? error) : error;
  }
}
