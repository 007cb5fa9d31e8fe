import { sdk } from "../built.ts";
import { compare } from "../compare.ts";
import { inFolder } from "../processes/in-folder.ts";
import { measured, type Usage } from "../processes/measured.ts";
import { writeContext, writeNdjson } from "../processes/ndjson-file.ts";
import type { Table } from "../table.ts";

const erpRules = `${sdk}bin/erp-rules.cjs`;
const rounds = 5;
const bytes = 60_000_000;

/** Reads a file and parses each line, the least that a check in one thread must do. */
const parseLines = `
  for (const line of require("node:fs").readFileSync(process.argv[1], "utf8").split("\\n"))
    if (line !== "") JSON.parse(line);
`;

/** `erp-rules check` of one NDJSON file: against parsing its lines, and in two threads against one. */
export async function files(): Promise<Table> {
  const runs = await inFolder((folder) => {
    writeContext(folder);
    const file = writeNdjson(folder, bytes);
    const check = (jobs: number): Usage =>
      measured([erpRules, "check", file, "--format", "ndjson", "--jobs", String(jobs)], { folder, exitCode: 1 });
    const all: { readonly parsed: Usage; readonly one: Usage; readonly two: Usage }[] = [];
    for (let round = -1; round < rounds; round++) {
      const run = { parsed: measured(["-e", parseLines, file], { folder, exitCode: 0 }), one: check(1), two: check(2) };
      if (round >= 0) all.push(run);
    }
    return all;
  });
  const processor = compare(
    runs.map(({ one }) => one.processor),
    runs.map(({ parsed }) => parsed.processor),
  );
  const wall = compare(
    runs.map(({ one }) => one.wall),
    runs.map(({ two }) => two.wall),
  );
  return {
    title: "`erp-rules check` of one NDJSON file",
    about:
      `A file of ${bytes / 1e6} MB, PCCOs of ten lines, three of ten broken, to a report of each by the rules that ship ` +
      "(`--format ndjson`), start of Node and reading included.",
    columns: ["Ratio"],
    rows: [
      {
        label: "processor time in one thread ÷ that of reading the file and `JSON.parse` of each line",
        cells: [{ key: "NDJSON file/one thread", ratio: processor, tellsOfOurs: true, target: { most: 1.15 } }],
      },
      {
        label: "wall time of `--jobs 1` ÷ `--jobs 2`: how much quicker two cores are",
        cells: [{ key: "NDJSON file/two threads", ratio: wall, tellsOfOurs: true, target: { least: 1.8 } }],
      },
    ],
  };
}
