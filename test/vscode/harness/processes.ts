import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A program that runs in the background, with all that it starts. */
export interface Background {
  readonly child: ChildProcess;
  /** Ends it with all that it started, and waits for that. */
  stop(): Promise<void>;
}

/**
 * Starts a program as the head of its own group of processes. What code-server starts outlives it by seconds, so
 * whoever ends it ends the group.
 * @param folder where its id is kept while it runs, so that a run that breaks off can still end it
 * @param log the file for all that it prints
 */
export function startBackground(
  command: readonly [string, ...string[]],
  { env, folder, log }: { readonly env: NodeJS.ProcessEnv; readonly folder: string; readonly log: string },
): Background {
  const output = openSync(log, "w");
  const [program, ...words] = command;
  const child = spawn(program, words, { detached: true, stdio: ["ignore", output, output], env });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program} did not start`);
  const note = join(folder, String(pid));
  writeFileSync(note, "");
  const ended = once(child, "exit");
  return {
    child,
    stop: async () => {
      endGroup(pid);
      await ended;
      rmSync(note, { force: true });
    },
  };
}

/** Ends a group of processes, if it is still there. */
export function endGroup(id: number): void {
  try {
    process.kill(-id, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
