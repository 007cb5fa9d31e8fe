import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { folderWith, run, sample, shell } from "../support/cli.ts";

const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));

describe("compile", () => {
  test("writes a module and its types, which are the same each time", () => {
    const folder = folderWith();
    const words = (file: string) => ["compile", "spectrum/pcco@1.1.0", "--output", file];
    expect(run(words("rules.mjs"), { in: folder })).toMatchObject({ code: 0, out: "", err: "" });
    expect(run(words("again.js"), { in: folder })).toMatchObject({ code: 0, out: "", err: "" });
    expect(readdirSync(folder).sort()).toEqual(["again.d.ts", "again.js", "rules.d.mts", "rules.mjs"]);
    const read = (file: string): string => readFileSync(join(folder, file), "utf8");
    expect(read("again.js")).toBe(read("rules.mjs"));
    expect(read("again.d.ts")).toBe(read("rules.d.mts"));
    expect(run(["compile", "spectrum/pcco@1.1.0"])).toMatchObject({ code: 0, out: read("rules.mjs"), err: "" });
    expect(read("rules.mjs")).toMatch(/^\/\/ "spectrum\/pcco@1\.1\.0", compiled by erp-rules \d/);
    expect(read("rules.mjs")).not.toMatch(/^import |\bimport\(|require\(|\beval\(|new Function/m);
  });

  test("the module judges", async () => {
    const folder = folderWith();
    run(["compile", "spectrum/pcco", "--output", "rules.mjs"], { in: folder });
    const module: { check(pcco: unknown, context: unknown): { outcome: string }; ruleIds: readonly string[] } =
      await import(/* @vite-ignore */ pathToFileURL(join(folder, "rules.mjs")).href);
    const pcco = JSON.parse(sample("spectrum/approved-two-lines.pcco.json"));
    expect(module.check(pcco, {}).outcome).toBe("unknown");
    expect(module.check({ ...pcco, status: "draft" }, {}).outcome).toBe("blocked");
    expect(module.ruleIds).toContain("status-approved");
  });

  test("a rule file is compiled with what it extends", () => {
    const folder = folderWith({
      "ours.yaml": `format: 1
ruleSet: acme/pcco
version: 1.0.0
effective: { from: 2026-01-01 }
extends: spectrum/pcco@1.1.0
overrides:
  title-length: { maxLength: 3, because: Ours are short. }
`,
    });
    const { code, out } = run(["compile", "ours.yaml"], { in: folder });
    expect(code).toBe(0);
    expect(out.split("\n")[0]).toContain('"acme/pcco@1.0.0"');
    // The quick test has the limit of the company.
    expect(out).toMatch(/\.length > 3 && isLongerThan\(\w+, 3\)/);
  });

  test("its types stand by themselves, and know rules and events by name", () => {
    const folder = folderWith({
      "tsconfig.json": JSON.stringify({
        compilerOptions: {
          strict: true,
          noEmit: true,
          module: "nodenext",
          target: "es2022",
          lib: ["es2022"],
          types: [],
          exactOptionalPropertyTypes: true,
        },
        files: ["right.mts"],
      }),
      "right.mts": `import { check, transition, reference, type RuleId } from "./rules.mjs";
const { outcome, findings } = check({ status: "approved" }, { erp: { system: "spectrum" } }, { event: "send" });
const rule: RuleId = "status-approved";
export const isBlocked = outcome === "blocked" && findings.some(({ ruleId }) => ruleId === rule);
export const moved = transition({ status: "approved" }, "send", { at: "2026-11-23T10:00:00Z" });
export const version: string = reference.version;
// @ts-expect-error there is no such event
transition({ status: "approved" }, "sned", { at: "2026-11-23T10:00:00Z" });
// @ts-expect-error there is no such rule
export const other: RuleId = "status-aproved";
// @ts-expect-error there is no such outcome
export const never = outcome === "sent";
`,
    });
    run(["compile", "spectrum/pcco@1.1.0", "--output", "rules.mjs"], { in: folder });
    const typed = (): string => execFileSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
    expect(typed()).toBe("");
  });
});

test("the example of the SDK's page writes and prints what the page says", () => {
  const page = readFileSync(new URL("../../sdk/README.md", import.meta.url), "utf8");
  const part = /^## Compile$(.*?)^## /ms.exec(page)?.[1] ?? "";
  const [script, written, program, printed] = [...part.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, text = ""]) => text);
  const folder = folderWith({ "use.mjs": program ?? "" });
  expect(shell(script ?? "", { in: folder })).toMatchObject({ code: 0, out: written, err: "" });
  expect(execFileSync(process.execPath, ["use.mjs"], { cwd: folder, encoding: "utf8" })).toBe(printed);
});

describe("what can't be compiled ends with 2 and one sentence", () => {
  test.each([
    ["nothing", ["compile"], '"compile" needs a rule set'],
    ["two rule sets", ["compile", "spectrum/pcco", "vista/pcco"], '"compile" takes no "vista/pcco".'],
    ["an unknown rule set", ["compile", "spectrum/pco"], 'there is no rule set "spectrum/pco".'],
    ["a rule file that is not there", ["compile", "no.yaml"], "there is no rule file no.yaml."],
    ["a module of another kind", ["compile", "spectrum/pcco", "--output", "rules.cjs"], "takes a file ending in .mjs"],
  ])("%s", (_what, words, sentence) => {
    const folder = folderWith();
    const { code, out, err } = run(words, { in: folder });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(sentence);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("a rule file with faults, each at its place; nothing is written", () => {
    const folder = folderWith();
    writeFileSync(
      join(folder, "ours.yaml"),
      "format: 1\nruleSet: acme/pcco\nversion: 1.0.0\nrules: { x: { feild: a } }\n",
    );
    const { code, err } = run(["compile", "ours.yaml", "--output", "ours.mjs"], { in: folder });
    expect(code).toBe(2);
    expect(err).toContain("ours.yaml");
    expect(err).toContain("feild");
    expect(readdirSync(folder)).toEqual(["ours.yaml"]);
  });

  test("a folder that is not there", () => {
    const { code, err } = run(["compile", "spectrum/pcco", "--output", "no/rules.mjs"], { in: folderWith() });
    expect(code).toBe(3);
    expect(err).toContain("no/rules.mjs can't be written");
  });
});
