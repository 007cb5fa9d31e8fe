import type { Task } from "../race/contender.ts";
import { raceTable } from "../race/race-table.ts";
import type { Table } from "../table.ts";

const reference = "bundled";
const task = (count: number, broken: boolean): Task => ({ lines: 10, count, seed: 20250311, broken, form: "parsed" });

/** Whether a PCCO can be sent without a remark by the rules that ship, and nothing more: against code tuned by hand, and ajv. */
export function verdicts(): Promise<Table> {
  return raceTable({
    key: "verdicts",
    title: "`spectrum/pcco@1.1.0`, fine or not",
    about:
      "The same 23 rules, of which only is told whether anything at all is wrong; processor time, ours = 1, so that a ratio " +
      "is how many times longer another takes.",
    entrants: {
      [reference]: { label: "**ours, as the SDK has them**", file: "contenders/verdicts/ahead.ts" },
      compiled: { label: "**ours, compiled** (`erp-rules compile`)", file: "contenders/verdicts/compiled.ts" },
      "hand-tuned": { label: "code tuned by hand", file: "contenders/verdicts/hand-tuned.ts" },
      ajv: {
        label: "ajv 8, with keywords written for these rules",
        file: "contenders/verdicts/ajv.ts",
        tellsOfOurs: true,
        target: { least: 2 },
      },
    },
    columns: [
      { label: "10 lines, three of ten broken", task: task(200, true), reference, target: { least: 1 } },
      { label: "10 lines, all clean", task: task(200, false), reference },
    ],
    proofs: [task(4000, true)],
  });
}
