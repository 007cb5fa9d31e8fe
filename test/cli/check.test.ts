import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { approved, checkOne, context, documentsOf, folderWith, line, run, shell } from "../support/cli.ts";

const ok = approved();
const draft = approved(["status: approved", "status: draft"]);
const unknown = approved(["./spectrum.context.yaml", "{}"]);
const broken = "id: [\n";
const wrongPin = approved(["spectrum/pcco@1 ", "spectrum/pcco@7 "]);

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
