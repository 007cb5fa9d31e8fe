import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const source = fileURLToPath(new URL("contender.ts", import.meta.url));
const bundle = fileURLToPath(new URL("../../node_modules/.cache/erp-rules-bench/contender.mjs", import.meta.url));

/**
 * Lets contenders check clean PCCOs in turn, each in a process of its own.
 * @returns the microseconds of processor time that one check took, by contender and round
 */
export async function race<Name extends string>(
  names: readonly Name[],
  { warmUps = 3, rounds = 9, checks = 64_000 } = {},
): Promise<ReadonlyMap<Name, readonly number[]>> {
  await build({
    entryPoints: [source],
    outfile: bundle,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
    // The bundle finds what is built from where its source stands.
    define: { "import.meta.url": JSON.stringify(pathToFileURL(source).href) },
  });
  const processes = names.map((name) => [name, fork(bundle, [name], { execArgv: [] })] as const);
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  try {
    for (let round = -warmUps; round < rounds; round++) {
      for (const [name, child] of processes) {
        const time = await ask(child, checks);
        if (round >= 0) times.get(name)?.push(time);
      }
    }
  } finally {
    for (const [, child] of processes) if (child.connected) child.disconnect();
  }
  return times;
}

async function ask(child: ChildProcess, checks: number): Promise<number> {
  const stop = new AbortController();
  const ended = once(child, "exit", { signal: stop.signal }).then(([code]) => {
    throw new Error(`a contender ended with ${String(code)}`);
  });
  const answered = once(child, "message", { signal: stop.signal });
  child.send(checks);
  try {
    const [time]: readonly unknown[] = await Promise.race([answered, ended]);
    if (typeof time !== "number") throw new Error("a contender gave no time");
    return time;
  } finally {
    stop.abort();
    await Promise.allSettled([answered, ended]);
  }
}
