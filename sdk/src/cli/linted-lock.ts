import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { parseText } from "../document/parse.ts";
import { isObject } from "../document/value.ts";
import { isLocked, takenAway, verifyLock } from "../rules/lock.ts";
import type { RuleFileSource, RuleProblem } from "../rules/rule-file.ts";
import { isFolder } from "./find-files.ts";
import { type RuleFileRead, unread, withSyntaxFaults } from "./linted-file.ts";
import { type FileText, readTextFile } from "./read-file.ts";

/** The file with the hashes of published rule files; problems of its own are told by this name. */
const lockName = "lock.yaml";

/** The paths of files that are called so. */
export const lockPath = /(^|[\\/])lock\.yaml$/;

/** What marks the top of a project: nothing above it is asked for a lock file. */
const tops = [".git", "package.json"];

/**
 * The folder by which the rule files of a path name each other: the nearest one with a lock file of rule files, else the
 * path's own. Folders above one with `.git` or `package.json` are not looked at.
 */
export function rootOf(path: string): string {
  const own = isFolder(path) ? path : dirname(path);
  for (let folder = resolve(own); ; folder = dirname(folder)) {
    if (lockIn(folder) !== undefined) return relative(process.cwd(), folder) || ".";
    if (dirname(folder) === folder || tops.some((name) => existsSync(join(folder, name)))) return own;
  }
}

/**
 * The lock file of rule files that stands in a folder, or why it can't be read. `undefined` when there is none, and for
 * that of another tool: one without any entry from a `.yaml` or `.yml` name to a SHA-256. One that can't be read whole, or
 * is empty, counts as ours, since it can't be told that it isn't.
 */
export function lockIn(folder: string): FileText | undefined {
  const path = join(folder, lockName);
  if (!existsSync(path) || isFolder(path)) return undefined;
  const read = readTextFile(path);
  return "problem" in read || !isOfAnotherTool(read.text) ? read : undefined;
}

/** What lock files say of rule files. */
interface Locked {
  /** The lock files that can't be read, with the reasons why, and those that name files which are not there. */
  readonly lockFaults: readonly RuleFileRead[];
  /** The published files that have changed. */
  readonly changed: readonly RuleProblem[];
}

/**
 * Compares rule files with lock files. Each names those below its own folder, and what several name has to be as each of
 * them has it.
 * @param paths where lock files stand
 * @param root the folder by which the rule files are named
 * @param named the folders that are linted: of a published file that is not there it is told when it would stand in one
 */
export function verifyLocks(
  paths: readonly string[],
  root: string,
  sources: readonly RuleFileSource[],
  named: readonly string[],
): Locked {
  const all = [...new Set(paths.map((path) => dirname(path)))].map((folder) =>
    verifyLockIn(folder, root, sources, named),
  );
  const changed = new Map(all.flatMap((locked) => locked.changed).map((problem) => [problem.file, problem]));
  return { lockFaults: all.flatMap(({ lockFaults }) => lockFaults), changed: [...changed.values()] };
}

function verifyLockIn(
  folder: string,
  root: string,
  sources: readonly RuleFileSource[],
  named: readonly string[],
): Locked {
  const path = join(folder, lockName);
  const lock = lockIn(folder);
  if (lock === undefined) return { lockFaults: [], changed: [] };
  if ("problem" in lock) return { lockFaults: [unread(path, lockName, lock)], changed: [] };
  const names = new Map(sources.map((source) => [nameFrom(folder, join(root, source.file)), source]));
  const problems = verifyLock(
    [...names].map(([file, source]) => ({ ...source, file })),
    lock.text,
  );
  const faults = problems.filter(({ file }) => file === lockName);
  if (faults.length > 0) return { lockFaults: [withSyntaxFaults(path, lock.text, faults)], changed: [] };
  const gone = takenAway(lock.text, (file) => {
    const place = resolve(folder, file);
    return existsSync(place) || !named.some((each) => place.startsWith(`${resolve(each)}${sep}`));
  });
  const told = gone.map((problem) => ({ id: "rules/published", problem }));
  return {
    lockFaults: gone.length === 0 ? [] : [{ path, text: lock.text, source: undefined, faults: told }],
    changed: problems.map((each) => ({ ...each, file: names.get(each.file)?.file ?? each.file })),
  };
}

function isOfAnotherTool(text: string): boolean {
  const { documents } = parseText(text, { format: "yaml" });
  if (documents.some(({ problems }) => problems.length > 0)) return false;
  return !documents.some(
    ({ value }) => isObject(value) && Object.entries(value).some(([file, hash]) => isLocked(file, hash)),
  );
}

/** A path from a folder on, as lock files and messages name files. */
export function nameFrom(folder: string, path: string): string {
  return relative(folder, path).split(sep).join("/");
}
