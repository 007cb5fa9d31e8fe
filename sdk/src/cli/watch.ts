import { watch as watchFiles } from "chokidar";
import type { ExitCode } from "./exit-code.ts";
import { OK } from "./exit-code.ts";
import { tellFailure } from "./failure.ts";
import { pccoName } from "./find-files.ts";
import type { Terminal } from "./terminal.ts";

const settle = 50;

/** Runs a check, and again whenever a PCCO, context or rule file below the paths changes, until it is interrupted. */
export async function watch(
  paths: readonly string[],
  terminal: Terminal,
  check: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const watched = paths.length === 0 ? ["."] : paths.filter((path) => path !== "-");
  const watcher = watchFiles([...watched], {
    ignoreInitial: true,
    ignored: (path, stats) =>
      /(^|[/\\])(node_modules|\.git)([/\\]|$)/.test(path) || (stats?.isFile() === true && !matters(path)),
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
  await watcher.close();
  await running;
  return last;
}

function matters(path: string): boolean {
  return pccoName.test(path) || /\.(ya?ml|json)$/i.test(path);
}
