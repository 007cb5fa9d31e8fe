import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { facts } from "../../sdk/src/check/clean/testing.ts";
import { loadBundled } from "../../sdk/src/load.ts";
import { loadRuleText } from "../../sdk/src/load-text.ts";
import { brokenDocuments } from "../bench/breaker.ts";
import { documents } from "../bench/hand-tuned/documents.ts";
import { folderWith } from "../support/cli.ts";
import { readExpectations, readSampleFiles, type Sample, samplesOf } from "../support/samples.ts";
import { answers, bareAnswers, type Case, compiled } from "./testing.ts";

const at = "2026-11-23T10:00:00Z";
const current = loadBundled("spectrum/pcco@1.1.0");

/** Rules of a company, read from their text, with words that a line of code would trip over. */
const company = await loadRuleText({
  text: `format: 1
ruleSet: acme/pcco
version: 2.0.0
effective: { from: 2026-01-01 }
extends: spectrum/pcco@1.1.0
sources: { ours: { title: "Our */ rules \`\${here}\` </script>", url: "https://example.com" } }
fields:
  description: { label: "Description\\u2028", path: "line_items[].description", type: text }
rules:
  described:
    field: description
    required: true
    severity: error
    stage: send
    message: "{label}: \${label} is 'missing' \\\\ \\" */ </script>"
    source: ours
`,
  file: "acme.yaml",
});

/** Cases of every kind: clean, broken as PCCOs get broken, with anything anywhere, and what is no PCCO. */
function cases(seed: number): readonly Case[] {
  const events = ["send", "accept", "approve", "no-event"];
  const given = [
    ...[1, 3, 30].flatMap((lines) => documents(lines, 40, seed + lines)),
    ...brokenDocuments(60, seed).map(({ judged }) => judged),
    ...fc.sample(facts, { seed, numRuns: 250 }).map(({ document, context }) => ({ pcco: document, context })),
    ...[null, "x", 7, [], { data: [] }, { data: { status: "approved" } }].map((pcco) => ({ pcco, context: undefined })),
  ];
  return given.map(({ pcco, context }, index) => ({
    pcco,
    context,
    event: events[index % 8] ?? "send",
    at,
    input: index % 3 === 0 ? { transaction_date: "2026-11-23" } : {},
  }));
}

describe.each([
  ["spectrum/pcco@1.0.0", loadBundled("spectrum/pcco@1.0.0")],
  ["spectrum/pcco@1.1.0", current],
  ["a company's", company],
])("the compiled module of %s rules", (_name, rules) => {
  test("says what the engine says, where there are no globals, no imports and no code from text", () => {
    const asked = cases(20261123);
    const said = answers(rules, asked);
    expect(bareAnswers(compiled(rules.definition), asked)).toEqual(said);
    const outcomes = said.map((each) => /"outcome":"(\w+)"/.exec(JSON.stringify(each))?.[1]);
    for (const outcome of ["exportable", "blocked", "unknown", undefined]) expect(outcomes).toContain(outcome);
  });

  test("is the same text each time", () => {
    expect(compiled(rules.definition)).toBe(compiled(rules.definition));
  });

  test("has no line that could end a script or a comment early, and nothing of the rules stands in it as code", () => {
    const module = compiled(rules.definition);
    expect(module).not.toMatch(/[\u2028\u2029\r]|<\/script|<!--/);
    const { version, sha256, id } = rules.reference;
    expect(module.split("\n").slice(0, 2).join("\n")).toContain(`"${id}@${version}"`);
    expect(module.split("\n")[1]).toContain(sha256);
  });
});

test("all samples are judged by compiled modules as by the rule sets themselves", () => {
  const expectations = readExpectations();
  const samples = readSampleFiles().flatMap((file) => samplesOf(file, expectations));
  const bySet = new Map<Sample["rules"], Sample[]>();
  for (const sample of samples) bySet.set(sample.rules, [...(bySet.get(sample.rules) ?? []), sample]);
  expect(bySet.size).toBeGreaterThan(10);
  expect(samples.length).toBeGreaterThan(150);
  for (const [rules, own] of bySet) {
    const asked = own.map(({ document, context, expectation }) => ({
      pcco: document.value,
      context,
      event: expectation.event ?? "send",
      at,
    }));
    expect(bareAnswers(compiled(rules.definition), asked)).toEqual(answers(rules, asked));
  }
});

test("a compiled module runs in a worker", async () => {
  const folder = folderWith();
  const file = join(folder, "rules.mjs");
  writeFileSync(file, compiled(current.definition));
  const [given] = documents(3, 1, 5);
  const source = `import { parentPort, workerData } from "node:worker_threads";
import { check, reference } from ${JSON.stringify(pathToFileURL(file).href)};
const { pcco, context } = workerData;
parentPort.postMessage([reference, check(pcco, context), check({ ...pcco, status: "draft" }, context)]);`;
  const script = join(folder, "worker.mjs");
  writeFileSync(script, source);
  const worker = new Worker(pathToFileURL(script), { workerData: given });
  const said = await new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
  await worker.terminate();
  const draft = { ...given?.pcco, status: "draft" };
  expect(said).toEqual([
    current.reference,
    { outcome: "exportable", findings: [] },
    current.check(draft, Object(given?.context)),
  ]);
});
