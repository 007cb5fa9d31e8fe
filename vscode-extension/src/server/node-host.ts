import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import picomatch from "picomatch";
import { URI } from "vscode-uri";
import type { Host } from "./host.ts";

const left = new Set(["node_modules", ".git"]);

/** The machine that Node runs on. */
export const nodeHost: Host = {
  readFile: (uri) => readFile(URI.parse(uri).fsPath).catch(() => undefined),
  async findFiles(folder, patterns) {
    const root = URI.parse(folder).fsPath;
    const fits = picomatch([...patterns], { dot: false });
    const found: string[] = [];
    for await (const path of filesBelow(root)) {
      if (fits(relative(root, path).split(sep).join("/"))) found.push(URI.file(path).toString());
    }
    return found.sort();
  },
  now: () => new Date(),
};

/** Links are not followed: a link upwards would never end. */
async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (left.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}
