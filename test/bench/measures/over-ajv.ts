import type { Task } from "../race/contender.ts";
import { raceTable } from "../race/race-table.ts";
import type { Table } from "../table.ts";

const task = (count: number, broken: boolean): Task => ({ lines: 10, count, seed: 20250311, broken, form: "parsed" });

/** The rules that ship as an ajv schema, against ours, on clean PCCOs. */
export function overAjv(): Promise<Table> {
  return raceTable({
    key: "clean",
    title: "`spectrum/pcco@1.1.0`, clean or not",
    about:
      "The same 23 rules, of which only is told whether anything at all is wrong; processor time, ours = 1, so that ajv's " +
      "ratio is how many times longer it takes.",
    entrants: {
      ours: { label: "**ours, as the SDK has them**", file: "contenders/clean/ahead.ts" },
      ajv: {
        label: "ajv 8, with keywords written for these rules",
        file: "contenders/clean/ajv.ts",
        tellsOfOurs: true,
        target: { least: 2 },
      },
    },
    columns: [{ label: "10 lines, all clean", task: task(200, false), reference: "ours" }],
    proofs: [task(1500, true)],
  });
}
