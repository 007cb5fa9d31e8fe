import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseJson } from "../../document/json.ts";
import type { InputDocument } from "../input.ts";
import { inspect, type Setting } from "../inspect.ts";
import { chooseRules } from "../rule-choice.ts";
import { findSurroundings } from "../surroundings.ts";
import { createFolderInspector } from "./in-folder.ts";

const question = { event: "send", at: "2026-11-05T09:00:00Z", format: "json" } as const;

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "erp-rules-"));
  for (const name of ["a", "b"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "a", "pcco.context.yaml"), "erp: { system: spectrum }\n");
  writeFileSync(join(folder, "b", "pcco.context.yaml"), "prime_contract: { origin_id: C-1 }\n");
});

afterEach(() => rmSync(folder, { recursive: true }));

async function setting(): Promise<Setting> {
  const surroundings = await findSurroundings({ context: undefined, actor: undefined, features: {} });
  return { choice: await chooseRules(undefined, undefined), surroundings };
}

function inputs(name: string, text: string): readonly InputDocument[] {
  const file = join(folder, name);
  const start = { line: 0, character: 0 };
  return parseJson(text).map((document) => ({ file, document, text, start, format: "json", bytes: undefined }));
}

test.each([
  ["contexts of several folders", { "a/1": "{}", "b/1": "{}", "a/2": '{"status": 1}', "b/2": "{}" }],
  [
    "a context of one's own between others",
    { "a/1": "{}", "a/2": '{"$context": {"prime_contract": {}}}', "a/3": "{}" },
  ],
  ["a context of one's own first", { "a/1": '{"$context": "none.yaml"}', "a/2": "{}" }],
  ["rules of one's own", { "a/1": '{"$rules": "spectrum/pcco@1.0.0"}', "a/2": "{}", "a/3": '{"$rules": 1}' }],
  ["what can't be read", { "a/1": "1", "a/2": "{", "a/3": "{}", "a/4": "[{}, 2]" }],
])("%s: each PCCO is judged as by itself", async (_what, files) => {
  const given = await setting();
  const inFolder = createFolderInspector(given, question);
  for (const input of Object.entries(files).flatMap(([name, text]) => inputs(name, text)))
    expect((await inFolder(input)).report).toEqual((await inspect(input, await setting(), question)).report);
});

test("an ERP system without rules is told at each PCCO, where it stands there", async () => {
  writeFileSync(join(folder, "a", "pcco.context.yaml"), "erp: { system: spectrun }\n");
  const inFolder = createFolderInspector(await setting(), question);
  for (const text of ['{"id": 1}', '\n\n{"id": 1}']) {
    const [input] = inputs("a/1", text);
    if (input === undefined) throw new Error("no PCCO");
    const { report } = await inFolder(input);
    expect(report.findings[0]?.message).toContain("spectrun");
    expect(report).toEqual((await inspect(input, await setting(), question)).report);
  }
});

test("what a folder is judged by is there at once from its second PCCO on", async () => {
  const inFolder = createFolderInspector(await setting(), question);
  const [first, second] = [...inputs("a/1", "{}"), ...inputs("a/2", "{}")];
  if (first === undefined || second === undefined) throw new Error("no PCCO");
  await inFolder(first);
  expect(inFolder(second)).not.toBeInstanceOf(Promise);
});
