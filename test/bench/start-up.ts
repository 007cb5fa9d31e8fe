import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { stringify } from "yaml";
import { sdk } from "./built.ts";
import { cleanPcco, context } from "./documents.ts";

const names = ["node", "json", "yaml"] as const;
type Started = (typeof names)[number];

/**
 * Starts Node with nothing to do, and the command line for one JSON file and for one YAML file, in turn.
 * @returns the milliseconds from start to end, by what was started and round
 */
export function startUps({ warmUps = 2, rounds = 25 } = {}): Readonly<Record<Started, readonly number[]>> {
  const folder = mkdtempSync(join(tmpdir(), "erp-rules-bench-"));
  try {
    const pcco = { $context: context, ...cleanPcco(10) };
    const [json, yaml] = [join(folder, "clean.pcco.json"), join(folder, "clean.pcco.yaml")];
    writeFileSync(json, JSON.stringify(pcco, undefined, 2));
    writeFileSync(yaml, stringify(pcco));
    const started: Readonly<Record<Started, readonly string[]>> = {
      node: ["-e", "0"],
      json: [`${sdk}bin/erp-rules.cjs`, "check", json],
      yaml: [`${sdk}bin/erp-rules.cjs`, "check", yaml],
    };
    const times: Readonly<Record<Started, number[]>> = { node: [], json: [], yaml: [] };
    for (let round = -warmUps; round < rounds; round++) {
      for (const name of names) {
        const time = timeOf(started[name]);
        if (round >= 0) times[name].push(time);
      }
    }
    return times;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timeOf(words: readonly string[]): number {
  const { NODE_OPTIONS, ...env } = process.env;
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, { env, encoding: "utf8" });
  const time = performance.now() - begun;
  if (status !== 0) throw new Error(`${words.join(" ")} ended with ${status}: ${stderr}`);
  return time;
}
