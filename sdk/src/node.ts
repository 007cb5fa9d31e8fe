import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { TextRuleSet } from "./check-text.ts";
import { decodeText } from "./document/encoding.ts";
import { loadRuleSet as loadWithoutFiles, type RuleFolderSource } from "./index.ts";
import type { BundledReference, EventOf, LoadOptions, RuleIdOf } from "./load.ts";
import { mustBeLoadable } from "./load-source.ts";
import type { RuleFolder, RuleText } from "./load-text.ts";
import { RuleSetError } from "./rules/rule-file.ts";

/** A rule file on disk. */
export interface RulePath {
  readonly path: string;
}

/** A folder of rule files on disk; its `lock.yaml`, if any, is honoured. */
export interface RuleDirectory {
  readonly directory: string;
  /** Which of its rule sets, as `id@range`; bundled ones can be named too. */
  readonly reference: string;
}

/**
 * Loads a rule set: a bundled one by `id@range` (TypeScript then knows its rules and events by name), one from its text, a
 * file or a directory of your own.
 * @throws {RuleSetError} with every fault of the rule files, or the names that come near when nothing fits
 */
export function loadRuleSet<Reference extends BundledReference>(
  reference: Reference,
  options?: LoadOptions,
): Promise<TextRuleSet<RuleIdOf<Reference>, EventOf<Reference>>>;
export function loadRuleSet(
  source: RuleText | RuleFolderSource | RulePath | RuleDirectory,
  options?: LoadOptions,
): Promise<TextRuleSet>;
export async function loadRuleSet(
  source: BundledReference | RuleText | RuleFolderSource | RulePath | RuleDirectory,
  options: LoadOptions = {},
): Promise<TextRuleSet> {
  mustBeLoadable(source);
  if (typeof source === "string") return loadWithoutFiles(source, options);
  if ("path" in source) return loadWithoutFiles({ text: await readText(source.path), file: source.path });
  if ("directory" in source) {
    return loadWithoutFiles({ ...(await readRuleDirectory(source.directory)), reference: source.reference }, options);
  }
  return loadWithoutFiles(source, options);
}

/**
 * Reads the rule files of a directory and those below it (`*.yaml`, `*.yml`; tests left out) and its lock file.
 * @throws {RuleSetError} when the directory or a file can't be read
 */
export async function readRuleDirectory(directory: string): Promise<RuleFolder> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw new RuleSetError(`the folder ${directory} can't be read (${codeOf(error)})`);
  });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
  const isRuleFile = (name: string): boolean =>
    /\.ya?ml$/i.test(name) &&
    !/(^|\/)lock\.yaml$|\.test\.ya?ml$|\.pcco\.ya?ml$|context\.ya?ml$|(^|\/)node_modules\//i.test(name);
  const files = await Promise.all(
    names.filter(isRuleFile).map(async (file) => ({ file, text: await readText(join(directory, file)) })),
  );
  return { files, lock: names.includes("lock.yaml") ? await readText(join(directory, "lock.yaml")) : undefined };
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new RuleSetError(`the rule file ${path} can't be read (${codeOf(error)})`);
  });
  const decoded = decodeText(bytes);
  if ("problem" in decoded) throw new RuleSetError(`the rule file ${path} is ${decoded.problem}.`);
  return decoded.text;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

export * from "./index.ts";
