import type { Task } from "../race/contender.ts";
import { raceTable } from "../race/race-table.ts";
import type { Table } from "../table.ts";

const ours = { tellsOfOurs: true, target: { most: 2 } } as const;
const task = (lines: number, count: number, form: Task["form"] = "parsed"): Task => ({
  lines,
  count,
  seed: 20250304 + lines,
  broken: true,
  form,
});

/** Ten rules that everyone can say, against code for them that is tuned by hand. */
export function tenRules(): Promise<Table> {
  return raceTable({
    key: "ten rules",
    title: "Ten rules, PCCOs of",
    about:
      "Ten rules that every contender can say in its own words, asked of PCCOs of which three of ten have one to four faults; " +
      "processor time, hand-tuned code for the same rules = 1. The last column is NDJSON text of PCCOs of ten lines to " +
      "findings, `JSON.parse` of its lines = 1.",
    entrants: {
      "hand-tuned": { label: "code tuned by hand", file: "contenders/ten-rules/hand-tuned.ts" },
      compiled: {
        label: "**ours, compiled** (`erp-rules compile`)",
        file: "contenders/ten-rules/compiled.ts",
        ...ours,
        target: { most: 1.15 },
      },
      "from text": {
        label: "**ours, from the rule file**; text with ranges",
        file: "contenders/ten-rules/from-text.ts",
        ...ours,
      },
      idiomatic: { label: "code as most people write it", file: "contenders/ten-rules/idiomatic.ts" },
      ajv: { label: "ajv 8, compiled", file: "peers/ajv.ts" },
      "ajv standalone": { label: "ajv 8, standalone", file: "peers/ajv-standalone.ts" },
      zod: { label: "zod 4", file: "peers/zod.ts" },
      valibot: { label: "valibot 1", file: "peers/valibot.ts" },
      cel: { label: "@marcbachmann/cel-js 8", file: "peers/cel.ts" },
      "json-rules-engine": { label: "json-rules-engine 7", file: "peers/json-rules-engine.ts" },
      spectral: { label: "spectral-core 1; text without ranges", file: "peers/spectral.ts" },
      "JSON.parse": { label: "", file: "contenders/ten-rules/json-parse.ts", judgesNothing: true },
    },
    columns: [
      { label: "1 line", task: task(1, 400), reference: "hand-tuned" },
      { label: "10 lines", task: task(10, 200), reference: "hand-tuned" },
      { label: "100 lines", task: task(100, 50), reference: "hand-tuned" },
      { label: "1,000 lines", task: task(1000, 20), reference: "hand-tuned" },
      { label: "10 lines, all clean", task: { ...task(10, 200), broken: false }, reference: "hand-tuned" },
      { label: "NDJSON text", task: task(10, 200, "text"), reference: "JSON.parse", target: { most: 1.15 } },
    ],
    proofs: [task(1, 2000), task(3, 1500), task(17, 500)],
  });
}
