import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Script } from "node:vm";
import { expect, test } from "vitest";
import { approvedJson, cli, context, folderWith, run, shell } from "../support/cli.ts";

const words = "check a.pcco.json --context spectrum.context.yaml --as-of 2026-11-05";
const folderOfOne = () => folderWith({ ...context, "a.pcco.json": approvedJson() });
const [code, compiled] = ["cli-code.js", "cli-code.bin"].map((name) => join(dirname(cli), name));

test("Node takes what was compiled when the command line was built", () => {
  const options = { cachedData: readFileSync(compiled ?? "") };
  expect(new Script(readFileSync(code ?? "", "latin1"), options).cachedDataRejected).toBe(false);
});

test("the code is kept in one byte a letter", () => {
  expect(readFileSync(code ?? "").find((byte) => byte > 0x7f)).toBeUndefined();
});

test("a Node that refuses it, as another version does, tells the same", () => {
  const folder = folderOfOne();
  const expected = run(words.split(" "), { in: folder });
  expect(expected.code).toBe(0);
  expect(run(words.split(" "), { in: folder, env: { NODE_OPTIONS: "--stack-trace-limit=11" } })).toEqual(expected);
});

test.each([
  ["nothing", ""],
  ["something else", "x".repeat(100_000)],
])("what was compiled is lost, and %s is there: the command line works", (_what, content) => {
  const folder = folderOfOne();
  cpSync(dirname(cli), join(folder, "cli"), { recursive: true });
  writeFileSync(join(folder, "cli/cli-code.bin"), content);
  expect(shell(`node cli/erp-rules.cjs ${words}`, { in: folder })).toEqual(shell(`erp-rules ${words}`, { in: folder }));
});
