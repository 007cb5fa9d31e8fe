import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { CommandError } from "./exit-code.ts";

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
      throw new CommandError(`no PCCO found in ${path}: looked for files named *.pcco.yaml, .yml, .json, .ndjson or .jsonl.`);
    }
  }
}

async function* expand(path: string): AsyncGenerator<string> {
  if (path === "-") {
    yield path;
    return;
  }
  const known = await stat(path).catch(() => undefined);
  if (known?.isDirectory()) yield* walk(path, new Set());
  else if (known === undefined && /[*?[\]{}]/.test(path)) yield* glob(path);
  else yield path;
}

async function* walk(folder: string, visited: Set<string>): AsyncGenerator<string> {
  const real = await realpath(folder).catch(() => folder);
  if (visited.has(real)) return;
  visited.add(real);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) {
    yield folder;
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const isFolder = entry.isSymbolicLink()
      ? await stat(path).then((target) => target.isDirectory(), () => false)
      : entry.isDirectory();
    if (isFolder) {
      if (!left.has(entry.name)) yield* walk(path, visited);
    } else if (pccoName.test(entry.name)) {
      yield path;
    }
  }
}

async function* glob(pattern: string): AsyncGenerator<string> {
  const { glob: find } = await import("tinyglobby");
  const files = await find(pattern, { ignore: ["**/node_modules/**"], expandDirectories: false });
  for (const file of files.sort()) yield file;
}
