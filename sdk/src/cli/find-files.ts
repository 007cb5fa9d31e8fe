import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { USAGE } from "./exit-code.ts";
import type { FailedInput } from "./input.ts";
import { notOrdinary, openPipe } from "./read-file.ts";
import { reasonOf } from "./reason-of.ts";

/** The names under which PCCOs are found in folders. */
export const pccoName = /\.pcco\.(ya?ml|json|ndjson|jsonl)$/i;

/** What makes a path a glob, if nothing of that name is there. */
const globSigns = /[*?[\]{}]/;

const left = new Set(["node_modules", ".git"]);

/** A file to read, or a path that leads to none. */
export type FoundFile = { readonly file: string } | FailedInput;

/**
 * The PCCO files that paths stand for: files as they are named, folders with all `*.pcco.yaml|yml|json|ndjson|jsonl`
 * below them, globs, and `-` for standard input. Links are followed, each folder and each file is visited once. A file
 * that is named but not there is given all the same, so that it gets a finding, and so does a folder that can't be read
 * or a path under which there is no PCCO: what is wrong with one path keeps no other from being checked.
 */
export async function* findFiles(paths: readonly string[]): AsyncGenerator<FoundFile> {
  for await (const several of findFilesTogether(paths)) yield* several;
}

/** What `findFiles` gives, those of a folder together. */
export async function* findFilesTogether(paths: readonly string[]): AsyncGenerator<readonly FoundFile[]> {
  // One folder names nothing twice.
  const seen = paths.length > 1 ? new Set<string>() : undefined;
  for (const path of paths.length === 0 ? ["."] : paths) {
    let isEmpty = true;
    for await (const several of expand(path)) {
      isEmpty &&= several.length === 0;
      yield seen === undefined ? several : several.filter((found) => isNew(found, seen));
    }
    if (isEmpty) yield [nothingIn(path)];
  }
}

function isNew(found: FoundFile, seen: Set<string>): boolean {
  const name = "problem" in found || found.file === "-" ? found.file : resolve(found.file);
  const before = seen.size;
  return seen.add(name).size > before;
}

function nothingIn(path: string): FailedInput {
  const problem = isGlob(path)
    ? `no file matches ${path}`
    : `no PCCO found in ${path}: looked for files named *.pcco.yaml, .yml, .json, .ndjson or .jsonl`;
  return { file: path, index: 0, id: "document/file", problem, exitCode: USAGE };
}

async function* expand(path: string): AsyncGenerator<readonly FoundFile[]> {
  if (path !== "-" && isFolder(path)) yield* walk(path, pccoName, new Set());
  else if (isGlob(path)) {
    const { filesOfGlob } = await import("./glob.ts");
    yield (await filesOfGlob(path)).map(ordinary);
  } else yield [path === "-" ? { file: path } : ordinary(path)];
}

/** A file, or what is wrong with it when reading might never end. What a shell puts in the place of `<(…)` is fine. */
function ordinary(file: string): FoundFile {
  const status = statusOf(file);
  if (status === undefined || status.isFile() || status.isDirectory()) return { file };
  if (openPipe.test(file) && !status.isBlockDevice() && !status.isCharacterDevice()) return { file };
  return { file, index: 0, id: "document/file", problem: `this file ${notOrdinary}` };
}

/** Whether a path leads to a folder. */
export function isFolder(path: string): boolean {
  return statusOf(path)?.isDirectory() === true;
}

/** Whether a path is a pattern rather than the name of something that is there. */
export function isGlob(path: string): boolean {
  return globSigns.test(path) && statusOf(path) === undefined;
}

/**
 * The files of some name in a folder and those below it, in order. Links are followed, and each folder is visited once.
 * A folder that can't be read is given as one.
 */
export function* filesBelow(folder: string, name: RegExp): Generator<FoundFile> {
  for (const several of walk(folder, name, new Set())) yield* several;
}

function* walk(folder: string, wanted: RegExp, visited: Set<string>): Generator<readonly FoundFile[]> {
  let entries: readonly Entry[];
  try {
    const real = realpathSync(folder);
    if (visited.has(real)) return;
    visited.add(real);
    entries = readdirSync(folder, { withFileTypes: true })
      .map((entry) => ({ name: entry.name, kind: kindOf(folder, entry) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    yield [{ file: folder, index: 0, id: "document/file", problem: `this folder can't be read: ${reasonOf(error)}` }];
    return;
  }
  // What `join` would put before each name.
  const before = join(folder, "x").slice(0, -1);
  let files: FoundFile[] = [];
  for (const { name, kind } of entries) {
    if (kind === "folder" && !left.has(name)) {
      yield files;
      files = [];
      yield* walk(before + name, wanted, visited);
    } else if (kind === "file" && wanted.test(name)) files.push({ file: before + name });
  }
  yield files;
}

interface Entry {
  readonly name: string;
  readonly kind: "file" | "folder" | "other";
}

/** A link that leads nowhere counts as a file, so that it gets a finding; a pipe or device would never end. */
function kindOf(folder: string, entry: Dirent): Entry["kind"] {
  const known = entry.isSymbolicLink() ? statusOf(join(folder, entry.name)) : entry;
  if (known?.isDirectory()) return "folder";
  return known === undefined || known.isFile() ? "file" : "other";
}

/** What a path is; `undefined` when it leads nowhere. */
function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
