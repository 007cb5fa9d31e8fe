import { sdk } from "../built.ts";
import { compare, type Ratio } from "../compare.ts";
import { inFolder } from "../processes/in-folder.ts";
import { measured, type Usage } from "../processes/measured.ts";
import { writeContext, writeNdjson } from "../processes/ndjson-file.ts";
import type { Measured, Table } from "../table.ts";

const erpRules = `${sdk}bin/erp-rules.cjs`;
const rounds = 5;
/** One thread is done with them in a second or two; each of two threads gets to its full speed only after that long. */
const [bytes, manyBytes] = [60_000_000, 200_000_000];
const kinds = [
  { faults: "some broken", exitCode: 1, mark: "" },
  { faults: "all clean", exitCode: 0, mark: ", clean" },
] as const;

/** Reads a file and parses each line, the least that a check in one thread must do. */
const parseLines = `
  for (const line of require("node:fs").readFileSync(process.argv[1], "utf8").split("\\n"))
    if (line !== "") JSON.parse(line);
`;

/** `erp-rules check` of one NDJSON file: against parsing its lines, and in two threads against one. */
export async function files(): Promise<Table> {
  const [processor, wall] = await inFolder((folder) => {
    writeContext(folder);
    const parsed = (file: string): Usage => measured(["-e", parseLines, file], { folder, exitCode: 0 });
    const check = (file: string, jobs: number, exitCode: number): Usage =>
      measured([erpRules, "check", file, "--format", "ndjson", "--jobs", String(jobs)], { folder, exitCode });
    return [
      kinds.map(({ faults, exitCode, mark }): Measured => {
        const file = writeNdjson(folder, bytes, faults);
        const ratio = ratioOf(() => [check(file, 1, exitCode).processor, parsed(file).processor]);
        return { key: `NDJSON file/one thread${mark}`, ratio, tellsOfOurs: true, target: { most: 1.15 } };
      }),
      kinds.map(({ faults, exitCode, mark }): Measured => {
        const file = writeNdjson(folder, manyBytes, faults);
        const ratio = ratioOf(() => [check(file, 1, exitCode).wall, check(file, 2, exitCode).wall]);
        return { key: `NDJSON file/two threads${mark}`, ratio, tellsOfOurs: true, target: { least: 1.8 } };
      }),
    ];
  });
  return {
    title: "`erp-rules check` of one NDJSON file",
    about:
      "PCCOs of ten lines, to a report of each by the rules that ship (`--format ndjson`), start of Node and reading " +
      "included. Two threads are measured with a longer file: each has to start, and to compile what is called often.",
    columns: ["three of ten broken", "all clean"],
    rows: [
      {
        label: `${bytes / 1e6} MB: processor time in one thread ÷ that of reading the file and \`JSON.parse\` of each line`,
        cells: processor ?? [],
      },
      {
        label: `${manyBytes / 1e6} MB: wall time of \`--jobs 1\` ÷ \`--jobs 2\`: how much quicker two cores are`,
        cells: wall ?? [],
      },
    ],
  };
}

/** The first of two measures divided by the second, taken in turn, after a round that does not count. */
function ratioOf(round: () => readonly [number, number]): Ratio {
  round();
  const taken = Array.from({ length: rounds }, round);
  return compare(
    taken.map(([first]) => first),
    taken.map(([, second]) => second),
  );
}
