import type { Task } from "../race/contender.ts";
import { raceTable } from "../race/race-table.ts";
import type { Table } from "../table.ts";

const reference = "hand-tuned";
const task = (lines: number, count: number, broken = true): Task => ({
  lines,
  count,
  seed: 20250311 + lines,
  broken,
  form: "parsed",
});

/** The rules that ship, against code for them that is tuned by hand. */
export function shippedRules(): Promise<Table> {
  return raceTable({
    key: "shipped rules",
    title: "`spectrum/pcco@1.1.0`, PCCOs of",
    about:
      "The 23 rules for Spectrum that ship; processor time, hand-tuned code for the same rules = 1. The hand-tuned code " +
      "names rule and place of a fault; ours adds message, what was expected and found, fixes and source.",
    entrants: {
      [reference]: { label: "code tuned by hand", file: "contenders/shipped/hand-tuned.ts" },
      compiled: {
        label: "**ours, compiled** (`erp-rules compile`)",
        file: "contenders/shipped/compiled.ts",
        tellsOfOurs: true,
        target: { most: 1.15 },
      },
      bundled: {
        label: "**ours, as the SDK has them**",
        file: "contenders/shipped/ahead.ts",
        tellsOfOurs: true,
        target: { most: 2 },
      },
      "from text": {
        label: "**ours, from the rule file**",
        file: "contenders/shipped/from-text.ts",
        tellsOfOurs: true,
        target: { most: 2 },
      },
    },
    columns: [
      { label: "1 line", task: task(1, 400), reference },
      { label: "10 lines", task: task(10, 200), reference },
      { label: "100 lines", task: task(100, 50), reference },
      { label: "1,000 lines", task: task(1000, 20), reference },
      { label: "10 lines, all clean", task: task(10, 200, false), reference },
    ],
    proofs: [task(1, 2000), task(3, 1500), task(17, 500)],
  });
}
