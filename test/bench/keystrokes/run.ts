import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { context } from "../documents.ts";
import { Client, type Contender } from "./client.ts";
import { drawing, type Shape, Typist, textOf } from "./texts.ts";

// Measures how long it takes from a keystroke to the findings of the changed text, over stdio, for ours and for the
// language servers people have: `npm run bench:keystrokes`. With --check it fails when a target of ours is missed.

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const ours: Contender = {
  name: "erp-rules-language-server",
  command: [path("../../../vscode-extension/dist/server.cjs"), "--stdio"],
  pulls: true,
};
const yamlServer: Contender = {
  name: "yaml-language-server",
  command: [path("peers/node_modules/yaml-language-server/bin/yaml-language-server"), "--stdio"],
  pulls: false,
  settings: { yaml: { validate: true, schemaStore: { enable: false } } },
};
const jsonServer: Contender = {
  name: "vscode-json-language-server",
  command: [path("peers/node_modules/vscode-langservers-extracted/bin/vscode-json-language-server"), "--stdio"],
  pulls: true,
};

interface Row {
  readonly contender: Contender;
  readonly shape: Shape;
  readonly languageId: string;
}

const rows: readonly Row[] = [
  { contender: ours, shape: "JSON list", languageId: "json" },
  { contender: jsonServer, shape: "JSON list", languageId: "json" },
  { contender: ours, shape: "NDJSON", languageId: "jsonl" },
  { contender: ours, shape: "YAML list", languageId: "yaml" },
  { contender: ours, shape: "YAML stream", languageId: "yaml" },
  { contender: yamlServer, shape: "YAML list", languageId: "yaml" },
];
const sizes: readonly (readonly [string, number])[] = [
  ["10 kB", 10_000],
  ["100 kB", 100_000],
  ["1 MB", 1_000_000],
  ["10 MB", 10_000_000],
];
const endings: Readonly<Record<Shape, string>> = {
  "JSON list": "pcco.json",
  NDJSON: "pcco.ndjson",
  "YAML list": "pcco.yaml",
  "YAML stream": "pcco.yaml",
};

/** Most keystrokes of one row, and the time after which no more are pressed. */
const most = 1000;
const budget = 8_000;
/** How long a server may need for a document before it is given up, in milliseconds. */
const patience = 60_000;

for (const { command } of [ours, yamlServer, jsonServer]) {
  const [file = ""] = command;
  if (!existsSync(file)) {
    console.error(`${file} is not there. Build the extension, and run npm ci in test/bench/keystrokes/peers.`);
    process.exit(2);
  }
}

// Beside the text stands what its PCCOs are judged against, as in a company's folder.
const home = mkdtempSync(join(tmpdir(), "keystrokes-"));
writeFileSync(join(home, "pcco.context.json"), JSON.stringify(context));

console.log(`Keystroke to findings, over stdio, in milliseconds. Node ${process.version}, ${cpus().length} cores.\n`);
console.log("| Text | Server | p50 | p95 | p99 | Keystrokes | Memory, MB (most) |");
console.log("| --- | --- | --- | --- | --- | --- | --- |");
let isMissed = false;
for (const [size, length] of sizes) {
  for (const row of rows) {
    const measured = await measure(row, textOf(row.shape, length));
    const head = `| ${row.shape}, ${size} | ${row.contender.name} |`;
    if (measured === undefined) {
      console.log(`${head} no answer within ${patience / 1000} s | | | | |`);
      continue;
    }
    const { times, memory } = measured;
    const p99 = quantile(times, 0.99);
    const late = row.contender === ours && size === "1 MB" && (p99 >= 16 || (memory?.now ?? 0) >= 150);
    isMissed ||= late;
    const held = memory === undefined ? "" : `${memory.now.toFixed(0)} (${memory.most.toFixed(0)})`;
    const figures = [0.5, 0.95, 0.99].map((part) => quantile(times, part).toFixed(1));
    console.log(`${head} ${figures.join(" | ")} | ${times.length} | ${held}${late ? " **missed**" : ""} |`);
  }
}
if (process.argv.includes("--check") && isMissed) process.exitCode = 1;

async function measure({ contender, shape, languageId }: Row, text: string) {
  const uri = pathToFileURL(join(home, `text.${endings[shape]}`)).toString();
  const client = new Client(contender, uri);
  const opened = await within(
    patience,
    client.open(languageId, text).then(() => true),
  );
  if (opened === undefined) {
    client.close();
    return undefined;
  }
  const typist = new Typist(text, drawing(7));
  const times: number[] = [];
  const start = performance.now();
  while (times.length < most && performance.now() - start < budget) {
    const time = await within(patience, client.type(typist.press()));
    if (time === undefined) break;
    times.push(time);
  }
  const memory = client.memory();
  client.close();
  return times.length === 0 ? undefined : { times, memory };
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function quantile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
