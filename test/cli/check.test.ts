import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import {
  approved,
  approvedJson,
  checkOne,
  context,
  documentsOf,
  folderWith,
  line,
  run,
  sample,
  shell,
} from "../support/cli.ts";

const ok = approved();
const draft = approved(["status: approved", "status: draft"]);
const unknown = approved(["./spectrum.context.yaml", "{}"]);
const broken = "id: [\n";
const wrongPin = approved(["spectrum/pcco@1 ", "spectrum/pcco@7 "]);
const toggle = "export_prime_contract_change_orders";

const folderOfAll = () =>
  folderWith({
    ...context,
    "ok.pcco.yaml": ok,
    "draft.pcco.yaml": draft,
    "unknown.pcco.yaml": unknown,
    "broken.pcco.yaml": broken,
    "pin.pcco.yaml": wrongPin,
  });

describe("exit codes", () => {
  test("the worst of several inputs wins, in the order 2, 3, 1, 4, 0, whichever comes first", () => {
    const folder = folderOfAll();
    const rising = ["ok", "unknown", "draft", "broken", "pin"].map((name) => `${name}.pcco.yaml`);
    const codes = rising.map((_, last) => run(["check", ...rising.slice(0, last + 1)], { in: folder }).code);
    expect(codes).toEqual([0, 4, 1, 3, 2]);
    expect(run(["check", ...rising.toReversed()], { in: folder }).code).toBe(2);
    expect(run(["check", ...rising.slice(0, 4).toReversed()], { in: folder }).code).toBe(3);
  });

  test("a warning alone does not block", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": approved(['"10500.00"', '"10500.01"']) });
    expect(checkOne(["a.pcco.yaml"], { in: folder })).toMatchObject({
      code: 0,
      outcome: "exportable",
      findings: [{ ruleId: "total-matches", severity: "warning" }],
    });
  });
});

describe("formats", () => {
  test("json is one object that keeps to the schema of reports, whatever happened to the inputs", () => {
    const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
    ajv.addVocabulary(["tsType"]);
    const validate = ajv.compile(JSON.parse(readFileSync("rules/schema/report.schema.json", "utf8")));
    const folder = folderOfAll();
    mkdirSync(join(folder, "empty"));
    const { code, out, err } = run(["check", ".", "empty", "gone.pcco.json", "--format", "json"], { in: folder });
    expect({ code, err }).toEqual({ code: 2, err: "" });
    const report = JSON.parse(out);
    validate(report);
    expect(validate.errors ?? []).toEqual([]);
    expect(report).toMatchObject({
      schemaVersion: 1,
      ruleSet: { id: "spectrum/pcco", version: "1.1.0", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      summary: { documents: 7, exportable: 1, blocked: 1, unknown: 1, unreadable: 4, warnings: 0 },
    });
    expect(
      report.documents.map(({ file, outcome }: { file: string; outcome: string }) => `${file} ${outcome}`),
    ).toEqual([
      "broken.pcco.yaml unreadable",
      "draft.pcco.yaml blocked",
      "ok.pcco.yaml exportable",
      "pin.pcco.yaml unreadable",
      "unknown.pcco.yaml unknown",
      "empty unreadable",
      "gone.pcco.json unreadable",
    ]);
    const all = run(["check", "samples", "--format", "json"]);
    expect(validate(JSON.parse(all.out)), JSON.stringify(validate.errors)).toBe(true);
    expect(all.err).toBe("");
  });

  test("every format but pretty gives a program something it can read, and people read on standard error", () => {
    const folder = folderOfAll();
    const report = (format: string) => {
      const done = run(["check", ".", "--max-warnings", "0", "--fix", "--format", format], { in: folder });
      expect(done.err).toBe("Nothing was fixed: no finding has a fix with only one right answer.\n");
      return done.out;
    };
    expect(JSON.parse(report("json"))).toMatchObject({ schemaVersion: 1 });
    expect(
      report("ndjson")
        .trimEnd()
        .split("\n")
        .map((each) => JSON.parse(each)),
    ).toHaveLength(5);
    expect(JSON.parse(report("sarif"))).toMatchObject({ version: "2.1.0" });
    expect(report("junit")).toMatch(/^<\?xml [^>]*\?>\s*<testsuites[\s\S]*<\/testsuites>\s*$/);
    const commands = report("github").trimEnd().split("\n");
    expect(commands.pop()).toBe(
      "5 PCCOs: 1 can be sent, 1 can't, 1 unknown, 2 can't be read; 3 errors. Rules: spectrum/pcco 1.1.0.",
    );
    for (const each of commands) expect(each).toMatch(/^::(error|warning|notice) file=/);
    expect(report("markdown")).toMatch(/^(#|\||\*\*)/m);
  });

  test("pretty tells what is wrong, where it stands and what to do, and is the default", () => {
    const folder = folderWith({ ...context, "draft.pcco.yaml": draft });
    const { code, out, err } = run(["check"], { in: folder });
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toContain("draft.pcco.yaml: can't be sent");
    expect(out).toContain("Status is Draft; it must be Approved.");
    expect(out).toContain("at draft.pcco.yaml:10:9 (/status)");
    expect(out).toContain("> 10 | status: draft");
    expect(out).toContain("https://support.procore.com/");
    expect(out.trimEnd().split("\n").at(-1)).toBe("1 PCCO: can't be sent; 1 error. Rules: spectrum/pcco 1.1.0.");
    expect(run(["check", "--format", "pretty"], { in: folder }).out).toBe(out);
  });

  test("ndjson keeps the order of the inputs", () => {
    const lines = [line({ id: 1 }), "{", line({ id: 3, status: "draft" })].join("\n");
    const folder = folderWith({ ...context, "b.pcco.yaml": ok, "a.pcco.ndjson": lines, "c.pcco.yaml": ok });
    const words = ["check", "c.pcco.yaml", "a.pcco.ndjson", "b.pcco.yaml", "--context", "spectrum.context.yaml"];
    const documents = documentsOf(run([...words, "--format", "ndjson"], { in: folder }));
    expect(documents.map(({ file, index, outcome }) => [file, index, outcome])).toEqual([
      ["c.pcco.yaml", 0, "exportable"],
      ["a.pcco.ndjson", 0, "exportable"],
      ["a.pcco.ndjson", 1, "unreadable"],
      ["a.pcco.ndjson", 2, "blocked"],
      ["b.pcco.yaml", 0, "exportable"],
    ]);
  });
});

describe("--output", () => {
  test("the report is in the file and nowhere else; what was there is replaced", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": draft, "report.json": "old" });
    const there = run(["check", "--format", "json"], { in: folder });
    const into = run(["check", "--format", "json", "--output", "report.json"], { in: folder });
    expect(into).toEqual({ code: 1, signal: null, out: "", err: "" });
    expect(readFileSync(join(folder, "report.json"), "utf8")).toBe(there.out);
    expect(readdirSync(folder).sort()).toEqual(["a.pcco.yaml", "report.json", "spectrum.context.yaml"]);
  });

  test("a file has no colours even where the terminal has", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": draft });
    run(["check", "--output", "report.txt"], { in: folder, env: { FORCE_COLOR: "1" } });
    expect(readFileSync(join(folder, "report.txt"), "utf8")).not.toContain("\u001b");
  });

  test("a pipe or a device is written to, not replaced", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": ok });
    const { code, out } = shell(
      "mkfifo p && { cat p & erp-rules check --output p; }; code=$?; wait; test -p p && exit $code",
      {
        in: folder,
      },
    );
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining("ok  a.pcco.yaml") });
  });

  test.each([
    ["a folder that is not there", "no/report.json", "no/report.json can't be written: its folder is not there."],
    ["a folder", "sub", "sub can't be written: it is a folder."],
    [
      "a file in a file",
      "a.pcco.yaml/report",
      "a.pcco.yaml/report can't be written: a part of the path is not a folder.",
    ],
  ])("%s is refused with 3", (_what, output, sentence) => {
    const folder = folderWith({ ...context, "a.pcco.yaml": ok, "sub/x": "" });
    const { code, out, err } = run(["check", "--output", output], { in: folder });
    expect({ code, out, err }).toEqual({ code: 3, out: "", err: `erp-rules: ${sentence}\n` });
  });
});

describe("options", () => {
  test("--max-warnings blocks from the first warning above it, and names the count", () => {
    const warned = approved(['"10500.00"', '"10500.01"']);
    const folder = folderWith({ ...context, "a.pcco.yaml": warned, "b.pcco.yaml": warned });
    const codes = ["0", "1", "2"].map((most) => run(["check", "--max-warnings", most], { in: folder }).code);
    expect(codes).toEqual([1, 1, 0]);
    expect(run(["check", "--max-warnings", "1"], { in: folder }).err).toBe("2 warnings; --max-warnings allows 1.\n");
    expect(run(["check", "a.pcco.yaml", "--max-warnings", "0"], { in: folder }).err).toBe(
      "1 warning; --max-warnings allows 0.\n",
    );
  });

  test("--for asks the rules of another event", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": draft });
    expect(checkOne(["a.pcco.yaml"], { in: folder })).toMatchObject({ code: 1, event: "send" });
    expect(checkOne(["a.pcco.yaml", "--for", "retrieve"], { in: folder })).toMatchObject({
      code: 0,
      event: "retrieve",
      findings: [],
    });
  });

  test("--as-of chooses the version in force that day, unless --rules names one", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": ok });
    const version = (...words: string[]) =>
      JSON.parse(run(["check", "--format", "json", ...words], { in: folder }).out).ruleSet.version;
    expect(version("--as-of", "2026-10-31")).toBe("1.0.0");
    expect(version("--as-of", "2026-11-01")).toBe("1.1.0");
    expect(version("--as-of", "2026-10-31T23:59:59Z")).toBe("1.0.0");
    expect(version()).toBe("1.1.0");
    const pinned = (...words: string[]) => run(["check", ...words], { in: folder }).out;
    expect(pinned("--as-of", "2026-10-31", "--rules", "spectrum/pcco@1")).toContain("Rules: spectrum/pcco 1.0.0.");
  });

  test("--as-of is the time of the event", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": ok });
    const at = (day: string) =>
      run(["transition", "a.pcco.yaml", "send", "--as-of", day, "--format", "json"], { in: folder }).out;
    expect(JSON.parse(at("2026-11-05")).erp.history).toMatchObject([{ at: "2026-11-05T00:00:00Z" }]);
    expect(JSON.parse(at("2026-11-05T08:30:00-05:00")).erp.history).toMatchObject([
      { at: "2026-11-05T08:30:00-05:00" },
    ]);
  });

  test("--feature switches a toggle on or off, over what the context says", () => {
    const folder = folderWith({
      ...context,
      "on.pcco.yaml": ok,
      "off.pcco.yaml": approved(["./spectrum.context.yaml", "./off.context.yaml"]),
      "off.context.yaml": sample("spectrum/spectrum.context.yaml").replace(`${toggle}: true`, `${toggle}: false`),
    });
    const rules = (...words: string[]) => checkOne(words, { in: folder }).findings.map(({ ruleId }) => ruleId);
    expect(rules("on.pcco.yaml")).toEqual([]);
    expect(rules("on.pcco.yaml", "--feature", `${toggle}=off`)).toContain("export-switched-on");
    expect(rules("off.pcco.yaml")).toContain("export-switched-on");
    expect(rules("off.pcco.yaml", "--feature", `${toggle}=on`)).toEqual([]);
    expect(rules("off.pcco.yaml", "--feature", `${toggle}=off`, "--feature", `${toggle}=on`)).toEqual([]);
  });

  test("--rules wins over the pin of the PCCO", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": approved(["spectrum/pcco@1 ", "spectrum/pcco@1.1 "]) });
    const out = (...words: string[]) => run(["check", ...words], { in: folder }).out;
    expect(out()).toContain("Rules: spectrum/pcco 1.1.0.");
    for (const range of ["1.0", "1.0.0", "~1.0"]) {
      expect(out("--rules", `spectrum/pcco@${range}`)).toContain("Rules: spectrum/pcco 1.0.0.");
    }
  });

  test("a copy of a rule file with another limit gives another verdict, without a build", () => {
    const folder = folderWith({
      ...context,
      "eleven.pcco.json": approvedJson(['"0520"', '"0972-EAST11"']),
      "thirteen.pcco.json": approvedJson(['"0520"', '"0972-EAST1313"']),
    });
    for (const version of ["1.0.0", "1.1.0"]) {
      const rules = readFileSync(`rules/spectrum/pcco/${version}.yaml`, "utf8");
      const longer = rules.replace("maxLength: 10\n", "maxLength: 12\n");
      expect(longer).not.toBe(rules);
      mkdirSync(join(folder, "copy"), { recursive: true });
      writeFileSync(join(folder, `copy/${version}.yaml`), longer);
      const with12 = ["--rules", `copy/${version}.yaml`];
      expect(checkOne(["eleven.pcco.json", "--rules", `spectrum/pcco@${version}`], { in: folder }).code).toBe(1);
      expect(checkOne(["eleven.pcco.json", ...with12], { in: folder })).toMatchObject({ code: 0, findings: [] });
      expect(checkOne(["thirteen.pcco.json", ...with12], { in: folder })).toMatchObject({
        code: 1,
        findings: [
          {
            ruleId: "billing-item-code-length",
            message: expect.stringContaining("has 13 characters; Spectrum has room for 12."),
          },
        ],
      });
    }
  });

  test("--actor wins over the person of the context", () => {
    const folder = folderWith({
      ...context,
      "a.pcco.yaml": ok,
      "viewer.yaml": "id: 77\nprime_contracts: read_only\n",
      "viewer.json": '{ "id": 78, "prime_contracts": "read_only" }',
    });
    const send = (...words: string[]) =>
      run(["transition", "a.pcco.yaml", "send", "--format", "json", ...words], { in: folder });
    expect(JSON.parse(send().out).erp.history).toMatchObject([{ by: 12 }]);
    for (const file of ["viewer.yaml", "viewer.json"]) {
      const refused = send("--actor", file);
      expect(refused.code).toBe(1);
      expect(JSON.parse(refused.out).reasons).toMatchObject([{ kind: "role" }]);
    }
  });
});

describe("colours", () => {
  const folder = () => folderWith({ ...context, "a.pcco.yaml": draft });
  const isColoured = (env: Record<string, string>) => run(["check"], { in: folder(), env }).out.includes("\u001b[");

  test("none where nobody looks, none with NO_COLOR, some with FORCE_COLOR", () => {
    expect(isColoured({})).toBe(false);
    expect(isColoured({ FORCE_COLOR: "1" })).toBe(true);
    expect(isColoured({ FORCE_COLOR: "0" })).toBe(false);
    expect(isColoured({ FORCE_COLOR: "1", NO_COLOR: "1" })).toBe(false);
  });

  test("a report for programs has none even when forced", () => {
    const env = { FORCE_COLOR: "1" };
    for (const format of ["json", "markdown"])
      expect(run(["check", "--format", format], { in: folder(), env }).out).not.toContain("\u001b[");
  });
});
