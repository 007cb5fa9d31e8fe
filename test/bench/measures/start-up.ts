import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { sdk } from "../built.ts";
import { compare } from "../compare.ts";
import { cleanPcco, context } from "../documents.ts";
import { inFolder } from "../processes/in-folder.ts";
import { timed } from "../processes/measured.ts";
import type { Table } from "../table.ts";

const names = ["node", "json", "yaml"] as const;
type Started = (typeof names)[number];

const warmUps = 2;
const rounds = 25;

/** Start to end of the command line for one file, against Node with nothing to do. */
export async function startUp(): Promise<Table> {
  const times = await inFolder((folder) => {
    const pcco = { $context: context, ...cleanPcco(10) };
    const [json, yaml] = [join(folder, "clean.pcco.json"), join(folder, "clean.pcco.yaml")];
    writeFileSync(json, JSON.stringify(pcco, undefined, 2));
    writeFileSync(yaml, stringify(pcco));
    const started: Readonly<Record<Started, readonly string[]>> = {
      node: ["-e", "0"],
      json: [`${sdk}bin/erp-rules.cjs`, "check", json],
      yaml: [`${sdk}bin/erp-rules.cjs`, "check", yaml],
    };
    const all: Readonly<Record<Started, number[]>> = { node: [], json: [], yaml: [] };
    for (let round = -warmUps; round < rounds; round++) {
      for (const name of names) {
        const seconds = timed(started[name], { exitCode: 0 });
        if (round >= 0) all[name].push(seconds);
      }
    }
    return all;
  });
  return {
    title: "Start to end of `erp-rules check`",
    about:
      "A process that checks one file of a clean PCCO of ten lines; wall time, `node -e 0` = 1, in an environment " +
      "without settings for Node such as `NODE_EXTRA_CA_CERTS`.",
    columns: ["Ratio"],
    rows: [
      {
        label: "one JSON file",
        cells: [
          { key: "start/JSON", ratio: compare(times.json, times.node), tellsOfOurs: true, target: { most: 1.15 } },
        ],
      },
      {
        label: "one YAML file",
        cells: [{ key: "start/YAML", ratio: compare(times.yaml, times.node), tellsOfOurs: true }],
      },
    ],
  };
}
