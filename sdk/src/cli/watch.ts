import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { watch as watchFiles } from "chokidar";
import { nearestContextNames } from "../context-names.ts";
import type { ExitCode } from "./exit-code.ts";
import { OK } from "./exit-code.ts";
import { tellFailure } from "./failure.ts";
import { isGlob } from "./find-files.ts";
import type { Terminal } from "./terminal.ts";

const settle = 50;

/** What is watched. */
export interface Watched {
  /** The paths that are checked. */
  readonly paths: readonly string[];
  /** Files that the verdict rests on besides: a context, an actor, rules. */
  readonly besides: readonly string[];
  /** The file the report is written to, which must not set off the next one. */
  readonly output: string | undefined;
}

/** Runs a check, and again whenever a PCCO, context or rule file changes, until it is interrupted. */
export async function watch(
  { paths, besides, output }: Watched,
  terminal: Terminal,
  check: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const roots = (paths.length === 0 ? ["."] : paths).map(rootOf);
  const written = output === undefined ? undefined : resolve(output);
  const watcher = watchFiles([...roots, ...roots.flatMap(contextsAbove), ...besides], {
    ignoreInitial: true,
    ignored: (path, stats) =>
      /(^|[/\\])(node_modules|\.git)([/\\]|$)/.test(path) ||
      resolve(path) === written ||
      (stats?.isFile() === true && !matters(path, [...roots, ...besides])),
    awaitWriteFinish: { stabilityThreshold: settle, pollInterval: 10 },
  });
  await new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  let last: ExitCode = OK;
  let waiting: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const again = (): void => {
    running = running.then(async () => {
      last = await check().catch((error: unknown) => tellFailure(error, terminal));
      terminal.note("Watching for changes. Press Ctrl+C to stop.");
    });
  };
  again();
  watcher.on("all", () => {
    clearTimeout(waiting);
    waiting = setTimeout(again, settle);
  });
  await new Promise<void>((resolve) => process.once("SIGINT", () => resolve()));
  clearTimeout(waiting);
  await watcher.close();
  await running;
  return last;
}

/** The folder in which the files of a glob can be; another path stands for itself. */
function rootOf(path: string): string {
  if (!isGlob(path)) return path;
  const parts = path.split("/");
  const fixed = parts.slice(
    0,
    parts.findIndex((_, index) => isGlob(parts.slice(0, index + 1).join("/"))),
  );
  return fixed.join("/") || (path.startsWith("/") ? "/" : ".");
}

/** The context files above a path, which are found by themselves. */
function contextsAbove(path: string): readonly string[] {
  const folder = dirname(resolve(path));
  const here = nearestContextNames.map((name) => join(folder, name)).filter((file) => existsSync(file));
  return folder === dirname(folder) ? here : [...here, ...contextsAbove(folder)];
}

function matters(path: string, named: readonly string[]): boolean {
  return named.includes(path) || /\.(ya?ml|json|ndjson|jsonl)$/i.test(path);
}
