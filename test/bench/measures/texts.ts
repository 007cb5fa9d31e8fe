import type { Task } from "../race/contender.ts";
import { raceTable } from "../race/race-table.ts";
import type { Table } from "../table.ts";

const task = (count: number, broken = true): Task => ({ lines: 10, count, seed: 20250318, broken, form: "text" });

/** JSON texts to findings with ranges, against `JSON.parse`. */
export function jsonTexts(): Promise<Table> {
  const reference = "JSON.parse";
  return raceTable({
    key: "JSON text",
    title: "JSON text of",
    about:
      "A list of PCCOs of ten lines, three of ten of them broken, to findings with ranges by the ten rules; processor time, " +
      "`JSON.parse` of the same text = 1.",
    entrants: {
      ours: {
        label: "**ours**, read, checked, with ranges",
        file: "contenders/texts/ours-json.ts",
        tellsOfOurs: true,
        target: { most: 2 },
      },
      "jsonc-parser": {
        label: "jsonc-parser 3, a tree with places",
        file: "contenders/texts/jsonc-parser.ts",
        judgesNothing: true,
      },
      [reference]: { label: "`JSON.parse`", file: "contenders/texts/json-parse.ts", judgesNothing: true },
    },
    columns: [
      { label: "10 kB", task: task(4), reference },
      { label: "100 kB", task: task(40), reference },
      { label: "1 MB", task: task(400), reference },
      { label: "10 MB", task: task(4000), reference },
      { label: "1 MB, all clean", task: task(400, false), reference },
    ],
    proofs: [],
    tellsSums: true,
  });
}

/** YAML texts to findings with ranges, against what others need for them. */
export function yamlTexts(): Promise<Table> {
  return raceTable({
    key: "YAML text",
    title: "YAML text of",
    about:
      "A list of PCCOs of ten lines in block style to findings with ranges by the ten rules; processor time, ours = 1, so " +
      "that a ratio is how many times longer another takes. yaml-language-server checks what JSON Schema can say of the rules, and finds as many faults of four rules that both can tell.",
    entrants: {
      ours: { label: "**ours**, read, checked, with ranges", file: "contenders/texts/ours-yaml.ts" },
      "yaml parseDocument": {
        label: "`parseDocument` of yaml 2, a tree with places",
        file: "contenders/texts/yaml-package.ts",
        judgesNothing: true,
        tellsOfOurs: true,
        target: { least: 10 },
      },
      "yaml-language-server": {
        label: "yaml-language-server 1.25, in process",
        file: "peers/yaml-language-server.ts",
        tellsOfOurs: true,
        target: { least: 10 },
      },
    },
    columns: [{ label: "1 MB", task: task(400), reference: "ours" }],
    proofs: [],
    tellsSums: true,
  });
}
