import { needBuild } from "./built.ts";
import { faultsOf, readCommitted, thisMachine, writeCommitted } from "./committed.ts";
import { files } from "./measures/files.ts";
import { folders } from "./measures/folders.ts";
import { memory } from "./measures/memory.ts";
import { shippedRules } from "./measures/shipped-rules.ts";
import { size } from "./measures/size.ts";
import { startUp } from "./measures/start-up.ts";
import { tenRules } from "./measures/ten-rules.ts";
import { jsonTexts, yamlTexts } from "./measures/texts.ts";
import { verdicts } from "./measures/verdicts.ts";
import { intoReadme } from "./readme.ts";
import { isMissed, markdown, type Table } from "./table.ts";

// Measures the built package beside its peers and prints Markdown: `npm run bench`. CONTRIBUTING.md says what its flags do.

const usual = [tenRules, shippedRules, verdicts, jsonTexts, yamlTexts, files, startUp, size];
const long = [memory, folders];

const flags = new Set(process.argv.slice(2));
const has = (flag: string): boolean => flags.delete(flag);
const [isFull, checks, updates, writesReadme] = [has("--full"), has("--check"), has("--update"), has("--readme")];
if (flags.size > 0)
  throw new Error(`${[...flags].join(" ")} is not known; known are --full, --check, --update, --readme`);
if (writesReadme && !isFull) throw new Error("--readme writes all tables, so it needs --full");
needBuild();

const tables: Table[] = [];
const written: string[] = [
  `Medians of ratios from one run, and in brackets the middle half of its rounds. ${thisMachine()}.`,
];
print(written[0] ?? "");
for (const measure of isFull ? [...usual, ...long] : usual) {
  const table = await measure();
  tables.push(table);
  written.push(markdown(table));
  print(markdown(table));
}

const measured = tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => cell ?? [])));
const targets = measured.filter(({ target }) => target !== undefined);
print(`${targets.filter(isMissed).length} of ${targets.length} targets are missed; the tables say which.`);

if (checks) {
  const faults = faultsOf(measured, readCommitted(), isFull);
  for (const words of faults) print(words);
  if (faults.length > 0) process.exitCode = 1;
}
if (updates) writeCommitted(measured, isFull);
if (writesReadme) intoReadme(written.join("\n\n").replaceAll(/\n{3,}/g, "\n\n"));

function print(words: string): void {
  process.stdout.write(`${words}\n\n`);
}
