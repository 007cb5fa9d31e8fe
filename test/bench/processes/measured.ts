import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

const hook = fileURLToPath(new URL("at-exit.cjs", import.meta.url));

/** What a run of a program took. */
export interface Usage {
  /** Seconds from start to end. */
  readonly wall: number;
  /** Seconds of processor time, of all its threads. */
  readonly processor: number;
  /** The most memory it held at a time, in megabytes (of 1000 kilobytes). */
  readonly memory: number;
}

interface Run {
  readonly exitCode: number;
  readonly env?: NodeJS.ProcessEnv;
}

/** Settings of Node would be part of its start: certificates that it is given to read take longer than all we do then. */
const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^NODE_/i.test(name)));

/**
 * Runs Node with these words to its end, as if no variable of the environment were set for Node; what it prints is thrown
 * away.
 * @returns the seconds from start to end
 * @throws when its exit code is not this one
 */
export function timed(words: readonly string[], { exitCode, env = {} }: Run): number {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, {
    env: { ...inherited, ...env },
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  const seconds = (performance.now() - begun) / 1000;
  if (status !== exitCode) throw new Error(`${words.join(" ")} ended with ${status}: ${stderr}`);
  return seconds;
}

/**
 * The same, with all that it took.
 * @param folder where it may write that down
 */
export function measured(words: readonly string[], { folder, exitCode }: Run & { readonly folder: string }): Usage {
  const usage = join(folder, "usage.json");
  const wall = timed(["--require", hook, ...words], { exitCode, env: { BENCH_USAGE: usage } });
  const { processor, memory }: Usage = JSON.parse(readFileSync(usage, "utf8"));
  return { wall, processor, memory };
}
