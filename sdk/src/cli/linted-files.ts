import { readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseText } from "../document/parse.ts";
import { fittingFiles } from "../fitting-files.ts";
import type { Library } from "../rules/library.ts";
import { readRuleFile } from "../rules/read-rule-file.ts";
import { isRuleSetError, type RuleProblem } from "../rules/rule-file.ts";
import { filesBelow, isFolder } from "./find-files.ts";
import { mistaken } from "./kind-of-file.ts";
import { type RuleFileRead, unread } from "./linted-file.ts";
import { lockIn, lockPath, nameFrom, verifyLocks } from "./linted-lock.ts";
import { readTests } from "./linted-tests.ts";
import { readTextFile } from "./read-file.ts";
import { isRuleFile } from "./tested-rules.ts";

/** The rule files of a folder. */
export interface RuleFolderRead {
  /** Those that are named, then the lock file and test files beside them that can't be read. */
  readonly files: readonly RuleFileRead[];
  /** The rule files that stand beside those. */
  readonly beside: readonly RuleFileRead[];
  /** The rule files that are named, and those beside. */
  readonly rules: readonly RuleFileRead[];
  /** Those that ship, and those of the folder that fit beside each other. */
  readonly library: Library;
  /** Faults of files that don't fit beside others, and published files that have changed. */
  readonly misfits: readonly RuleProblem[];
  readonly changed: readonly RuleProblem[];
  /** What the rule test files say, as values; `undefined` while one can't be read, so that it can't be told what is missing. */
  readonly tests: readonly unknown[] | undefined;
  /** The path by which people find a file of the folder; the file of a rule set that ships keeps its name. */
  pathOf(file: string): string;
}

const otherName = /(^|[\\/])(lock|.*-lock)\.ya?ml$|\.test\.ya?ml$|\.pcco\.ya?ml$|context\.ya?ml$/i;
const testName = /\.test\.ya?ml$/i;
const ruleName = /\.ya?ml$/i;

/** The rule files that a path names: itself, or all of a folder and those below it. */
export function ruleFilesOf(path: string): readonly string[] {
  if (!isFolder(path)) return [path];
  return namesBelow(path, ruleName).filter((name) => !otherName.test(name) && mayBeRuleFile(name));
}

function namesBelow(folder: string, name: RegExp): readonly string[] {
  return [...filesBelow(folder, name)].flatMap((found) => ("problem" in found ? [] : [found.file]));
}

/** A file that can't be read may be one. */
function mayBeRuleFile(path: string): boolean {
  const read = readTextFile(path);
  return "problem" in read || isRuleFile(read.text);
}

/** The files of some name that stand beside others: all below a folder with a lock file or one that was named, else next to them. */
function filesBeside(root: string, typed: readonly string[], name: RegExp): readonly string[] {
  if (lockIn(root) !== undefined) return namesBelow(root, name);
  const folders = typed.filter(isFolder);
  const next = [...new Set(typed.filter((path) => !isFolder(path)).map((path) => dirname(path)))];
  return [
    ...folders.flatMap((folder) => namesBelow(folder, name)),
    // Whoever names one file in a large folder does not ask for all that is below it.
    ...next.flatMap((folder) => (isFolder(folder) ? filesIn(folder) : [])),
  ].filter((path) => name.test(path));
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() || (entry.isSymbolicLink() && !isFolder(join(folder, entry.name))))
    .map(({ name }) => join(folder, name))
    .sort();
}

/**
 * Reads rule files, and those that stand beside them. What is wrong with one keeps no other from being read.
 * @param root see `rootOf`
 * @param typed files and folders as they were named
 */
export async function readRuleFiles(root: string, typed: readonly string[]): Promise<RuleFolderRead> {
  const named = typed.flatMap(ruleFilesOf);
  const nameOf = (path: string): string => nameFrom(root, path);
  const beside = filesBeside(root, typed, ruleName).filter((path) => !otherName.test(path) && mayBeRuleFile(path));
  const paths = new Map([...beside, ...named].map((path) => [resolve(path), path]));
  const all = await Promise.all([...paths.values()].map((path) => readOne(path, nameOf(path))));
  const wanted = new Set(named.map((path) => resolve(path)));
  // Of two files of one version the later one is refused, and what is named comes first.
  const inOrder = all.toSorted((a, b) => Number(wanted.has(resolve(b.path))) - Number(wanted.has(resolve(a.path))));
  const sources = inOrder.flatMap(({ source }) => source ?? []);
  const { library, misfits } = fittingFiles(sources);
  const { lockFaults, changed } = verifyLocks(
    filesBeside(root, typed, lockPath),
    root,
    sources,
    typed.filter(isFolder),
  );
  const tests = readTests(filesBeside(root, typed, testName), nameOf);
  return {
    files: [...all.filter(({ path }) => wanted.has(resolve(path))), ...lockFaults, ...tests.unread],
    beside: all.filter(({ path }) => !wanted.has(resolve(path))),
    rules: all,
    library,
    misfits,
    changed,
    tests: tests.unread.length > 0 ? undefined : tests.values,
    pathOf: (file) => (sources.some((source) => source.file === file) ? join(root, file) : file),
  };
}

async function readOne(path: string, name: string): Promise<RuleFileRead> {
  const read = readTextFile(path);
  if ("problem" in read) return unread(path, name, read);
  const { text } = read;
  try {
    return { path, text, source: await readRuleFile(text, name), faults: [] };
  } catch (error) {
    if (!isRuleSetError(error)) throw error;
    const other =
      error.kind === "shape"
        ? mistaken(parseText(text, { format: "yaml" }).documents[0]?.value, "rule file")
        : undefined;
    if (other !== undefined) {
      const problem = { file: name, path: "", message: `this ${other}` };
      return { path, text, source: undefined, faults: [{ id: "rules/shape", problem }] };
    }
    const id = error.kind === "syntax" ? "rules/syntax" : "rules/shape";
    return { path, text, source: undefined, faults: error.problems.map((problem) => ({ id, problem })) };
  }
}
