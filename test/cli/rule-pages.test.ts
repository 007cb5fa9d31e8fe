import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadBundled } from "../../sdk/src/load.ts";
import { libraryWith } from "../../sdk/src/load-text.ts";
import { documentsOf, folderWith, run, shell } from "../support/cli.ts";

const rules = loadBundled("spectrum/pcco@1.1.0");
const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));

describe("explain", () => {
  test("is a page with all a rule says", () => {
    const { code, out, err } = run(["explain", "billing-item-code-length"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^billing-item-code-length {2}A Billing Item Code has at most 10 characters\n/);
    for (const row of ["Asks", "Applies", "Severity", "Stage", "Message", "Source", "Rule"])
      expect(out).toMatch(new RegExp(`^ {2}${row} +\\S`, "m"));
    expect(out).toContain("https://support.procore.com/integrations/");
    expect(out).not.toContain("undefined");
    const older = run(["explain", "date-required", "--as-of", "2026-01-01"]);
    expect(older.out).toContain("spectrum/pcco/1.0.0.yaml /rules/date-required");
    expect(run(["explain", "total-matches", "--rules", "spectrum/pcco@1.0"])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^erp-rules: spectrum\/pcco 1\.0\.0 has no rule "total-matches"\. It has /),
    });
  });

  test("json is the rule as its file has it", () => {
    const folder = folderWith();
    const { out } = run(["explain", "status-approved", "--format", "json"]);
    expect(JSON.parse(out)).toMatchObject({
      id: "status-approved",
      definition: { severity: "error", field: "status" },
    });
    expect(run(["explain", "status-approved", "--format", "json", "--output", join(folder, "rule.json")]).out).toBe("");
    expect(readFileSync(join(folder, "rule.json"), "utf8")).toBe(out);
  });
});

test("list names every version, since when it is in force, and how many rules it has", () => {
  const { code, out } = run(["list"]);
  expect(code).toBe(0);
  expect(out).toMatch(/^spectrum\/pcco@1\.0\.0 +from 2020-04-09 +7 rules /m);
  expect(out).toMatch(/^spectrum\/pcco@1\.1\.0 +from 2026-11-01 +23 rules \(and 1 off\) /m);
  const json = JSON.parse(run(["list", "--format", "json"]).out);
  expect(json.slice(0, 2)).toMatchObject([
    { id: "spectrum/pcco", version: "1.0.0", rules: 7 },
    { id: "spectrum/pcco", version: "1.1.0", rules: 23, off: 1, effective: { from: "2026-11-01" } },
  ]);
  // Those that the command line reads only when they are asked for are listed, too.
  expect(json).toContainEqual(expect.objectContaining({ id: "vista/pcco", version: "1.0.0", rules: 17, off: 0 }));
  expect(json.map(({ id, version }: { id: string; version: string }) => `${id}/${version}.yaml`).sort()).toEqual(
    libraryWith([])
      .files.map(({ file }) => file)
      .sort(),
  );
});

test("graph draws every status and every event", () => {
  const { code, out, err } = run(["graph"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const lines = out.trimEnd().split("\n");
  expect(lines[0]).toBe("stateDiagram-v2");
  const { states, lifecycle } = rules.definition;
  const declared = lines.flatMap((each) => /^ {2}state "[^"]+" as (\w+)$/.exec(each)?.[1] ?? []);
  expect(declared).toEqual(Object.keys(states));
  const arrows = lines.flatMap((each) => {
    const [, from, to, label] = /^ {2}(\S+) --> (\S+)(?: : (.+))?$/.exec(each) ?? [];
    return from === undefined ? [] : [{ from, to, label }];
  });
  for (const { from, to } of arrows) expect([...declared, "[*]"]).toEqual(expect.arrayContaining([from, to]));
  for (const { label } of Object.values(lifecycle))
    expect(arrows.some((arrow) => arrow.label?.startsWith(label))).toBe(true);
  // Nothing but declarations, arrows and colours: all that a state diagram of Mermaid needs to know.
  for (const each of lines.slice(1))
    expect(each).toMatch(/^ {2}(state "[^"]+" as \w+|\S+ --> \w+( : [\w ()]+)?|classDef \w+ [\w#:,-]+|class \w+ \w+)$/);
  expect(run(["graph", "--rules", "spectrum/pcco@1.0.0"]).out).toMatch(/^stateDiagram-v2\n/);
});

describe("types", () => {
  test("compile, and refuse a wrong event, rule, status, toggle and input", () => {
    const folder = folderWith();
    expect(run(["types", "--output", join(folder, "rules.ts")])).toMatchObject({ code: 0, out: "", err: "" });
    const use = `import type { ErpStatus, EventInputs, EventName, FeatureName, RuleId } from "./rules.js";
export const event: EventName = "send";
export const rule: RuleId = "status-approved";
export const status: ErpStatus = "ready_to_export";
export const feature: FeatureName = "export_prime_contract_change_orders";
export const input: EventInputs["accept"] = { transaction_date: "2026-11-09" };
export const messages: EventInputs["export-failed"] = { messages: ["Phase is closed"] };
`;
    const wrong = `import type { ErpStatus, EventInputs, EventName, FeatureName, RuleId } from "./rules.js";
export const event: EventName = "sned";
export const rule: RuleId = "status-aproved";
export const status: ErpStatus = "sent";
export const feature: FeatureName = "export";
export const input: EventInputs["accept"] = { date: "2026-11-09" };
export const none: EventInputs["export-succeeded"] = {};
`;
    writeFileSync(join(folder, "use.ts"), use);
    writeFileSync(join(folder, "wrong.ts"), wrong);
    const compile = (file: string) =>
      spawnSync(
        process.execPath,
        [tsc, "--noEmit", "--strict", "--module", "nodenext", "--types", "", "--pretty", "false", file],
        { cwd: folder, encoding: "utf8" },
      );
    expect(compile("use.ts")).toMatchObject({ status: 0, stdout: "" });
    const refused = compile("wrong.ts").stdout;
    expect([...refused.matchAll(/^wrong\.ts\((\d+),/gm)].map(([, at]) => Number(at))).toEqual([2, 3, 4, 5, 6, 7]);
  });

  test("are those of the version that is asked for", () => {
    const { out } = run(["types", "--as-of", "2026-01-01"]);
    expect(out).toContain("// Types of the rule set spectrum/pcco 1.0.0");
    expect(out).not.toContain("total-matches");
    expect(out).toContain('"export-switched-on"');
  });
});

describe("init", () => {
  test("writes a folder that can be checked as it is, by the bundled rules and by its own", () => {
    const folder = folderWith();
    const { code, out } = run(["init"], { in: folder });
    expect(code).toBe(0);
    expect(out).toContain("Next: npx erp-rules check erp-rules\n");
    expect(readdirSync(join(folder, "erp-rules"), { recursive: true }).sort()).toEqual([
      "example.pcco.yaml",
      "pcco.context.yaml",
      "rules",
      "rules/company.test.yaml",
      "rules/company.yaml",
    ]);
    const check = (...words: string[]) =>
      documentsOf(run(["check", "erp-rules", "--format", "ndjson", ...words], { in: folder }));
    const ids = (words: readonly string[]) =>
      check(...words).flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId));
    for (const words of [[], ["--rules", "erp-rules/rules/company.yaml"]]) {
      expect(check(...words)).toMatchObject([{ file: "erp-rules/example.pcco.yaml", outcome: "blocked" }]);
      expect(ids(words)).toEqual(["status-approved"]);
    }
    const approve = run(["transition", "erp-rules/example.pcco.yaml", "approve", "--write"], { in: folder });
    expect(approve.code).toBe(0);
    expect(run(["check", "erp-rules", "--rules", "erp-rules/rules/company.yaml"], { in: folder }).code).toBe(0);
  });

  test("its rules have tests, which pass and miss nothing", () => {
    const folder = folderWith();
    run(["init", "mine"], { in: folder });
    const { code, out } = run(["test", "mine"], { in: folder });
    expect(out).toContain("Coverage 100 %. Mutation score 100 %.");
    expect(code).toBe(0);
  });

  test("touches nothing that is there", () => {
    const folder = folderWith({ "here/example.pcco.yaml": "mine", file: "mine" });
    const refused = run(["init", "here"], { in: folder });
    expect(refused).toMatchObject({
      code: 2,
      out: "",
      err: "erp-rules: here has example.pcco.yaml already; nothing was written. Name another folder.\n",
    });
    expect(readdirSync(join(folder, "here"))).toEqual(["example.pcco.yaml"]);
    expect(readFileSync(join(folder, "here/example.pcco.yaml"), "utf8")).toBe("mine");
    expect(run(["init", "file"], { in: folder })).toMatchObject({
      code: 2,
      err: "erp-rules: file can't be made: there is a file of that name.\n",
    });
    expect(run(["init", "file/a/b"], { in: folder })).toMatchObject({
      code: 2,
      err: "erp-rules: file can't be made: there is a file of that name.\n",
    });
    expect(run(["init", "a/b/c"], { in: folder }).code).toBe(0);
  });

  test.runIf(existsSync("/proc/self"))("ends where a folder says of every new one that it is missing", () => {
    expect(run(["init", "/proc/erp-rules/a"])).toEqual({
      code: 2,
      signal: null,
      out: "",
      err: "erp-rules: /proc/erp-rules can't be made: the folder that it is in takes no new ones.\n",
    });
  });

  test.skipIf(process.platform === "win32")("ends in a folder that was removed meanwhile", () => {
    const { code, err } = shell("mkdir gone; cd gone; rmdir ../gone; erp-rules init", { in: folderWith() });
    expect(code).toBe(2);
    expect(err).toBe("erp-rules: erp-rules can't be made: the folder that it is in takes no new ones.\n");
  });
});
