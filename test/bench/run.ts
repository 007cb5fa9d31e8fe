import { cpus } from "node:os";
import { gzippedKilobytes } from "../packaging/bundle.ts";
import { proveAgreement } from "./agreement.ts";
import { needBuild, sdk } from "./built.ts";
import { compare, type Ratio } from "./compare.ts";
import { race } from "./race.ts";
import { startUps } from "./start-up.ts";

// Measures the built package and prints a table. With --check it fails when a target is missed.

interface Row {
  readonly what: string;
  readonly result: string;
  readonly target?: string;
  readonly missed?: boolean;
}

needBuild();

const { clean, broken } = await proveAgreement();
console.log(`Ours and ajv's verdicts agree: ${clean} PCCOs clean, ${broken} not.\n`);

const times = await race(["shipped", "from text", "ajv"]);
const shipped = compare(times.get("ajv"), times.get("shipped"));
const fromText = compare(times.get("ajv"), times.get("from text"));

const { node, json, yaml } = startUps();
const startJson = compare(json, node);
const startYaml = compare(yaml, node);

const size = await gzippedKilobytes(`${sdk}dist/core.js`, sdk);

const rows: readonly Row[] = [
  {
    what: "Speed, clean PCCO of ten lines, rules that ship, ÷ ajv's",
    result: words(shipped),
    target: "≥ 2.0",
    missed: shipped.ratio < 2,
  },
  { what: "The same, rules loaded from their text", result: words(fromText) },
  {
    what: "Start to end, `check` of one JSON file, ÷ `node -e 0`",
    result: words(startJson),
    target: "≤ 1.6",
    missed: startJson.ratio > 1.6,
  },
  { what: "The same, one YAML file", result: words(startYaml) },
  { what: "Core, minified and gzipped", result: `${size.toFixed(1)} kB`, target: "< 40 kB", missed: size >= 40 },
];

console.log(`| Node ${process.version}, ${cpus().length} cores | Ratio (middle half of the rounds) | Target |`);
console.log("| --- | --- | --- |");
for (const { what, result, target, missed } of rows) {
  console.log(`| ${what} | ${result} | ${target ?? ""}${missed === true ? " **missed**" : ""} |`);
}
if (process.argv.includes("--check") && rows.some(({ missed }) => missed)) process.exitCode = 1;

function words({ ratio, from, to }: Ratio): string {
  return `${ratio.toFixed(2)} (${from.toFixed(2)} to ${to.toFixed(2)})`;
}
