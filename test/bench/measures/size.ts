import { gzippedKilobytes } from "../../packaging/bundle.ts";
import { sdk } from "../built.ts";
import type { Table } from "../table.ts";

/** Kilobytes that the core may have. */
const most = 40;

/** The core as it is sent over a wire. */
export async function size(): Promise<Table> {
  const kilobytes = await gzippedKilobytes(`${sdk}dist/core.js`, sdk);
  const ratio = kilobytes / most;
  return {
    title: "Size",
    about: `The core is ${kilobytes.toFixed(1)} kB, minified and gzipped.`,
    columns: [`÷ ${most} kB`],
    rows: [
      {
        label: "`@erp-export-rules/sdk/core`",
        cells: [{ key: "size/core", ratio: { ratio, from: ratio, to: ratio }, tellsOfOurs: true, target: { most: 1 } }],
      },
    ],
  };
}
