import { parseText } from "../document/parse.ts";
import { libraryWith, ruleSetOf } from "../load-text.ts";
import { loadRuleSet } from "../node.ts";
import type { RuleSet } from "../rule-set.ts";
import type { Library } from "../rules/library.ts";
import { readRuleFile, ruleFileFormat } from "../rules/read-rule-file.ts";
import { parseReference } from "../rules/reference.ts";
import { isRuleSetError, type RuleFileSource, type RuleProblem, RuleSetError } from "../rules/rule-file.ts";
import { mistaken } from "./kind-of-file.ts";
import type { RuleFileRead } from "./linted-file.ts";
import { type RuleFolderRead, readRuleFiles } from "./linted-files.ts";
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
    if (!isRuleSetError(error)) throw error;
    if (error.kind === "shape") throw ofAnotherKind(path) ?? error;
    if (!error.problems.some((problem) => problem.path === "/extends")) throw error;
    const read = readTextFile(path);
    if ("problem" in read) throw error;
    const source = await readRuleFile(read.text, path);
    return ruleSetOf(source, await libraryFor(source, path));
  }
}

/** Says what a file is that is certainly no rule file. */
export function ofAnotherKind(path: string): RuleSetError | undefined {
  const read = readTextFile(path);
  if ("problem" in read) return undefined;
  const other = mistaken(parseText(read.text, { format: ruleFileFormat(path) }).documents[0]?.value, "rule file");
  return other === undefined ? undefined : new RuleSetError(`${path} ${other}.`);
}

/**
 * The library in which a rule file finds what it extends. Rule files beside it, the same that `erp-rules lint` reads with
 * it, are looked at only when those that ship are not enough.
 * @throws {RuleSetError} when the versions of a rule set don't fit together, or what it extends stands in a file with faults
 */
export async function libraryFor(source: RuleFileSource, path: string): Promise<Library> {
  const alone = libraryWith([source]);
  if (extendedBy(source, alone).missing === undefined) return alone;
  const { beside, library, pathOf } = await readRuleFiles(rootOf(path), [path]);
  const { found, missing } = extendedBy(source, library);
  const faults = missing === undefined ? [] : faultsOf(missing.reference, beside);
  if (missing !== undefined && faults.length > 0) {
    const { by, reference } = missing;
    const range = by.rangeOf("/extends");
    const message = `what this extends, ${reference}, can't be used:`;
    const own = { file: by === source ? path : pathOf(by.file), path: "/extends", message, ...(range && { range }) };
    throw new RuleSetError(`${path} can't be used:`, [own, ...faults]);
  }
  return libraryWith([source, ...found.map((each) => ({ ...each, file: pathOf(each.file) }))]);
}

/** The faults of rule files beside that would be a rule set. */
function faultsOf(reference: string, beside: RuleFolderRead["beside"]): readonly RuleProblem[] {
  return meantBy(reference, beside).flatMap(({ path, faults }) =>
    faults.map(({ problem }) => ({ ...problem, file: path })),
  );
}

/** The rule files whose text names a rule set as theirs, whether they can be read or not. */
export function meantBy(reference: string, files: readonly RuleFileRead[]): readonly RuleFileRead[] {
  const { id } = parseReference(reference);
  return files.filter(({ text = "" }) =>
    text.split(/\r\n?|\n/).some((line) => /ruleSet/.test(line) && line.includes(id)),
  );
}

interface Extended {
  readonly found: readonly RuleFileSource[];
  /** What is not found, and the rule file that extends it. */
  readonly missing?: { readonly reference: string; readonly by: RuleFileSource };
}

/** What a rule file extends, one after another, as far as it is found; one that extends itself ends there. */
export function extendedBy(source: RuleFileSource, library: Library): Extended {
  const found: RuleFileSource[] = [];
  for (let last = source; last.content.extends !== undefined; ) {
    const next = findIn(library, last.content.extends);
    if (next === undefined) return { found, missing: { reference: last.content.extends, by: last } };
    if ([source, ...found].some((known) => isSameVersion(known, next))) break;
    found.push(next);
    last = next;
  }
  return { found };
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
