import { libraryWith, ruleSetOf } from "../load-text.ts";
import { loadRuleSet } from "../node.ts";
import type { RuleSet } from "../rule-set.ts";
import type { Library } from "../rules/library.ts";
import { readRuleFile } from "../rules/read-rule-file.ts";
import { isRuleSetError, type RuleFileSource } from "../rules/rule-file.ts";
import { readRuleFiles } from "./linted-files.ts";
import { rootOf } from "./linted-lock.ts";
import { readTextFile } from "./read-file.ts";

/**
 * Loads a rule file. What it extends is one of the rule sets that ship, or a rule file beside it.
 * @throws {RuleSetError} when it can't be loaded
 */
export async function loadOwnRules(path: string): Promise<RuleSet> {
  try {
    return await loadRuleSet({ path });
  } catch (error) {
    if (!isRuleSetError(error) || !error.problems.some((problem) => problem.path === "/extends")) throw error;
    const read = readTextFile(path);
    if ("problem" in read) throw error;
    const source = await readRuleFile(read.text, path);
    return ruleSetOf(source, await libraryFor(source, path));
  }
}

/**
 * The library in which a rule file finds what it extends. Rule files beside it, the same that `erp-rules lint` reads with
 * it, are looked at only when those that ship are not enough.
 * @throws {RuleSetError} when the versions of a rule set don't fit together
 */
export async function libraryFor(source: RuleFileSource, path: string): Promise<Library> {
  const alone = libraryWith([source]);
  if (extendedBy(source, alone).isWhole) return alone;
  const { library, pathOf } = await readRuleFiles(rootOf(path), [path]);
  const { found } = extendedBy(source, library);
  return libraryWith([source, ...found.map((each) => ({ ...each, file: pathOf(each.file) }))]);
}

/** What a rule file extends, one after another, as far as it is found; one that extends itself ends there. */
function extendedBy(source: RuleFileSource, library: Library): { found: readonly RuleFileSource[]; isWhole: boolean } {
  const found: RuleFileSource[] = [];
  for (let last = source; last.content.extends !== undefined; ) {
    const next = findIn(library, last.content.extends);
    if (next === undefined) return { found, isWhole: false };
    if ([source, ...found].some((known) => isSameVersion(known, next))) break;
    found.push(next);
    last = next;
  }
  return { found, isWhole: true };
}

function findIn(library: Library, reference: string): RuleFileSource | undefined {
  try {
    return library.find(reference);
  } catch (error) {
    if (!isRuleSetError(error)) throw error;
    return undefined;
  }
}

function isSameVersion({ content: a }: RuleFileSource, { content: b }: RuleFileSource): boolean {
  return a.ruleSet === b.ruleSet && a.version === b.version;
}
