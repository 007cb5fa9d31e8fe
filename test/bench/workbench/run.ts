import { cpus } from "node:os";
import { diffRuleSets } from "../../../sdk/src/analysis/diff/rule-set-diff.ts";
import { loadRuleText } from "../../../sdk/src/load-text.ts";
import { loadRuleSet } from "../../../sdk/src/node.ts";
import type { RuleSet } from "../../../sdk/src/rule-set.ts";
import { answers, keystrokes } from "./keystrokes.ts";
import { edits, largeRules } from "./large-rules.ts";
import { linterOf, mutantPairs, scoreOf, shippedFiles } from "./shipped.ts";

// Measures what a rule author waits for: `npm run bench:workbench`. With --check it fails when a target is missed.

const spectrum = "spectrum/pcco/1.1.0.yaml";

const published = [await loadRuleSet("spectrum/pcco@1.0.0"), await loadRuleSet("spectrum/pcco@1.1.0")] as const;
const rows: readonly { readonly what: string; readonly times: readonly number[]; readonly target: number }[] = [
  {
    what: "Diff of spectrum/pcco 1.0.0 and 1.1.0",
    times: Array.from({ length: 40 }, () => timeOfDiff(published)),
    target: 100,
  },
  {
    what: "Diff of spectrum/pcco 1.1.0 and itself with one small change",
    times: mutantPairs(spectrum, 4).map(timeOfDiff),
    target: 100,
  },
  {
    what: "Diff of 60 rules over 30 fields, one of them changed",
    times: (await largePairs()).map(timeOfDiff),
    target: 1000,
  },
  {
    what: "Lint of a rule file that ships, while it is typed",
    times: shippedFiles.map(linterOf).flatMap((lint) => Array.from({ length: 10 }, () => timeOf(lint))),
    target: 50,
  },
  { what: "A keystroke in a rule file of 20 kB, to its faults", times: await keystrokes(60), target: 50 },
  { what: "Each question an editor asks of that file", times: await answers(5), target: 50 },
  {
    what: "Rule tests and mutation score of a rule set that ships",
    times: shippedFiles.map((file) => timeOf(() => scoreOf(file))),
    target: 5000,
  },
];

console.log(`What a rule author waits for, in milliseconds. Node ${process.version}, ${cpus().length} cores.\n`);
console.log("| What | Times | p50 | p95 | Most | Target at p95 |");
console.log("| --- | --- | --- | --- | --- | --- |");
for (const { what, times, target } of rows) {
  const figures = [0.5, 0.95, 1].map((part) => quantile(times, part).toFixed(0));
  const missed = isMissed(times, target) ? " **missed**" : "";
  console.log(`| ${what} | ${times.length} | ${figures.join(" | ")} | < ${target}${missed} |`);
}
if (process.argv.includes("--check") && rows.some(({ times, target }) => isMissed(times, target))) process.exitCode = 1;

async function largePairs(): Promise<readonly (readonly [RuleSet, RuleSet])[]> {
  const before = await loadRuleText({ text: largeRules });
  const pairs: (readonly [RuleSet, RuleSet])[] = [];
  for (const edit of edits) pairs.push([before, await loadRuleText({ text: edit(largeRules) })]);
  return pairs;
}

function timeOfDiff([before, after]: readonly [RuleSet, RuleSet]): number {
  return timeOf(() => void diffRuleSets(before, after));
}

function timeOf(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

function isMissed(times: readonly number[], target: number): boolean {
  return quantile(times, 0.95) >= target;
}

function quantile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
