import { readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { CommandError, UNREADABLE } from "./exit-code.ts";
import { reasonOf } from "./reason-of.ts";

/** The names under which PCCOs are found in folders. */
export const pccoName = /\.pcco\.(ya?ml|json|ndjson|jsonl)$/i;

const left = new Set(["node_modules", ".git"]);

/**
 * The PCCO files that paths stand for: files as they are named, folders with all `*.pcco.yaml|yml|json|ndjson|jsonl`
 * below them, globs, and `-` for standard input. Links are followed, each folder is visited once. A file that is named
 * but not there is given all the same, so that it gets a finding.
 * @throws {CommandError} when a folder or glob has no PCCO at all
 */
export async function* findFiles(paths: readonly string[]): AsyncGenerator<string> {
  const seen = new Set<string>();
  for (const path of paths.length === 0 ? ["."] : paths) {
    let found = 0;
    for await (const file of expand(path)) {
      found++;
      if (seen.has(file)) continue;
      seen.add(file);
      yield file;
    }
    if (found === 0) {
      throw new CommandError(
        `no PCCO found in ${path}: looked for files named *.pcco.yaml, .yml, .json, .ndjson or .jsonl.`,
      );
    }
  }
}

async function* expand(path: string): AsyncGenerator<string> {
  if (path === "-") {
    yield path;
    return;
  }
  const known = statusOf(path);
  if (known?.isDirectory()) yield* walk(path, new Set());
  else if (known === undefined && /[*?[\]{}]/.test(path)) {
    const { filesOfGlob } = await import("./glob.ts");
    yield* await filesOfGlob(path);
  } else yield path;
}

function* walk(folder: string, visited: Set<string>): Generator<string> {
  const real = realpathSync(folder);
  if (visited.has(real)) return;
  visited.add(real);
  for (const { name, isFolder } of entriesOf(folder)) {
    const path = join(folder, name);
    if (isFolder && !left.has(name)) yield* walk(path, visited);
    else if (!isFolder && pccoName.test(name)) yield path;
  }
}

/** What stands in a folder, by name. A link that leads nowhere counts as a file, so that it gets a finding. */
function entriesOf(folder: string): readonly { readonly name: string; readonly isFolder: boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .map((entry) => ({
        name: entry.name,
        isFolder: entry.isSymbolicLink() ? leadsToFolder(join(folder, entry.name)) : entry.isDirectory(),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw new CommandError(`the folder ${folder} can't be read: ${reasonOf(error)}.`, UNREADABLE);
  }
}

function leadsToFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** What a path is; `undefined` when it leads nowhere. */
function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
