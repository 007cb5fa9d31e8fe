import { sdk } from "../built.ts";
import { inFolder } from "../processes/in-folder.ts";
import { measured } from "../processes/measured.ts";
import { writeContext, writeNdjson } from "../processes/ndjson-file.ts";
import type { Table } from "../table.ts";

const gigabyte = 1_000_000_000;
/** Megabytes that a check may hold. */
const most = 150;

/** The most memory that a check of a gigabyte holds. */
export async function memory(): Promise<Table> {
  const [one, two] = await inFolder((folder) => {
    writeContext(folder);
    const file = writeNdjson(folder, gigabyte);
    return [1, 2].map((jobs) =>
      measured([`${sdk}bin/erp-rules.cjs`, "check", file, "--format", "ndjson", "--jobs", String(jobs)], {
        folder,
        exitCode: 1,
      }),
    );
  });
  const cell = (key: string, megabytes = Number.NaN) => {
    const ratio = megabytes / most;
    return { key, ratio: { ratio, from: ratio, to: ratio }, tellsOfOurs: true, target: { most: 1 } };
  };
  return {
    title: "Memory for 1 GB of NDJSON",
    about:
      `The most memory at a time of \`erp-rules check --format ndjson\`, one run each: ${one?.memory.toFixed(0)} MB in one ` +
      `thread, ${two?.memory.toFixed(0)} MB in two.`,
    columns: [`÷ ${most} MB`],
    rows: [
      { label: "`--jobs 1`", cells: [cell("memory/one thread", one?.memory)] },
      { label: "`--jobs 2`", cells: [cell("memory/two threads", two?.memory)] },
    ],
  };
}
