import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, run } from "../support/cli.ts";

const head = `format: 1
ruleSet: company/pcco
version: 1.0.0
effective: { from: 2026-11-01 }
extends: spectrum/pcco@1.1.0
`;

/** A company's rules with tests that leave nothing out. */
const company = {
  "company.yaml": `${head}overrides:
  title-length: { maxLength: 60, because: Our letters have room for 60. }
`,
  "company.test.yaml": "ruleSet: company/pcco@1\ncases:\n  - { name: long, broken: [title-length] }\n",
};

const shadowed = `${head}rules:
  title-long: { field: title, maxLength: 300, severity: error, stage: save, source: create }
`;

const contradictory = `${head}rules:
  title-min: { field: title, minLength: 300, severity: error, stage: save, source: create }
`;

describe("the rules that ship", () => {
  test("have no errors and no warnings, and lint finds them by itself", () => {
    const { code, out, err } = run(["lint", "--max-warnings", "0"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("ok  rules/vista/pcco/1.0.0.yaml  vista/pcco 1.0.0\n");
    expect(out.trimEnd().split("\n").at(-1)).toMatch(/^14 rule files: \d+ notes\.$/);
  });

  test("of one file in a folder, with the lock file above it", () => {
    expect(run(["lint", "rules/vista/pcco/1.0.0.yaml"])).toEqual({
      code: 0,
      signal: null,
      out: "ok  rules/vista/pcco/1.0.0.yaml  vista/pcco 1.0.0\n\n1 rule file: nothing found.\n",
      err: "",
    });
  });
});

test("rules that are as they should be", () => {
  const { code, out } = run(["lint"], { in: folderWith(company) });
  expect({ code, out }).toEqual({
    code: 0,
    out: "ok  company.yaml  company/pcco 1.0.0\n\n1 rule file: nothing found.\n",
  });
});

test("what a file extends, and its tests, are found beside it; of a folder, anywhere below it", () => {
  const north = head.replace("company/pcco", "north/pcco").replace("spectrum/pcco@1.1.0", "company/pcco@1");
  const own = `${north}rules:\n  number: { field: number, required: true, severity: error, stage: save, source: create }\n`;
  const tests = "ruleSet: north/pcco@1\ncases:\n  - { name: none, broken: [number] }\n";
  const beside = folderWith({ ...company, "north.yaml": own, "north.test.yaml": tests });
  expect(run(["lint", "north.yaml"], { in: beside })).toMatchObject({
    code: 0,
    out: expect.stringContaining("nothing found"),
  });
  const apart = folderWith({
    "base/company.yaml": company["company.yaml"],
    "north.yaml": own,
    "tests/north.test.yaml": tests,
  });
  const [one, all] = [run(["lint", "north.yaml"], { in: apart }), run(["lint", "."], { in: apart })];
  expect(one.code).toBe(2);
  expect(one.out).toContain('There is no rule set "company/pcco".');
  expect(all.out).toContain("ok  north.yaml  north/pcco 1.0.0");
});

test("a folder named rules is the default", () => {
  const folder = folderWith({ "rules/company.yaml": company["company.yaml"], "other.yaml": "ruleSet: a\nformat: 9\n" });
  expect(run(["lint"], { in: folder }).out).toMatch(/^rules\/company\.yaml {2}company\/pcco 1\.0\.0\n/);
});

describe("a finding", () => {
  test("is told with its place, the other rule of the pair, and the PCCO that shows it", () => {
    const { code, out } = run(["lint", "company.yaml"], { in: folderWith({ "company.yaml": contradictory }) });
    expect(code).toBe(1);
    expect(out).toContain("  error lint/contradictory\n");
    expect(out).toContain("    at company.yaml:7:3 (/rules/title-min)\n");
    expect(out).toContain('    see rule "title-length": spectrum/pcco/1.1.0.yaml:');
    expect(out).toContain("    > 7 |   title-min: {");
    expect(out).toContain("This PCCO shows it, asked for send: it keeps rule");
    expect(out).toContain("      title: A\n");
  });

  test("as JSON, with a witness that a check of the very rules confirms", () => {
    const folder = folderWith({ "company.yaml": contradictory });
    const { out, err } = run(["lint", "company.yaml", "--format", "json"], { in: folder });
    expect(err).toBe("1 rule file: 1 error, 1 warning.\n");
    const report = JSON.parse(out);
    expect(report).toMatchObject({
      schemaVersion: 1,
      summary: { files: 1, errors: 1, warnings: 1, infos: 0 },
      files: [{ file: "company.yaml", ruleSet: { id: "company/pcco", version: "1.0.0" } }],
    });
    const [found] = report.files[0].findings.filter(({ id }: { id: string }) => id === "lint/contradictory");
    expect(found).toMatchObject({
      severity: "error",
      path: "/rules/title-min",
      range: { start: { line: 6, character: 2 }, end: { line: 6, character: 11 } },
      related: [{ file: "spectrum/pcco/1.1.0.yaml", path: "/rules/title-length", message: 'rule "title-length"' }],
      witness: { event: "send" },
    });
    writeFileSync(join(folder, "w.pcco.json"), JSON.stringify(found.witness.document));
    const checked = run(["check", "w.pcco.json", "--rules", "company.yaml", "--format", "json"], { in: folder });
    const broken = JSON.parse(checked.out).documents[0].findings.map(({ ruleId }: { ruleId: string }) => ruleId);
    expect(broken).toContain("title-min");
    expect(broken).not.toContain("title-length");
  });

  test("as SARIF and as annotations", () => {
    const folder = folderWith({ "company.yaml": contradictory });
    const sarif = JSON.parse(run(["lint", "company.yaml", "--format", "sarif"], { in: folder }).out);
    const [{ results, tool }] = sarif.runs;
    expect(sarif.version).toBe("2.1.0");
    expect(results.map(({ ruleId, level }: { ruleId: string; level: string }) => [ruleId, level])).toEqual([
      ["lint/missing-test", "warning"],
      ["lint/contradictory", "error"],
    ]);
    expect(tool.driver.rules[1]).toEqual({
      id: "lint/contradictory",
      shortDescription: { text: "Two rules that can't both be kept." },
    });
    expect(results[1]).toMatchObject({
      ruleIndex: 1,
      locations: [
        { physicalLocation: { artifactLocation: { uri: "company.yaml" }, region: { startLine: 7, startColumn: 3 } } },
      ],
      relatedLocations: [{ message: { text: 'rule "title-length"' } }],
      partialFingerprints: { "ruleAndPath/v1": "lint/contradictory:/rules/title-min" },
    });
    const { out } = run(["lint", "company.yaml", "--format", "github"], { in: folder });
    expect(out.split("\n")[1]).toMatch(
      /^::error file=company\.yaml,line=7,col=3,endLine=7,endColumn=12,title=lint\/contradictory::Rule "title-min"/,
    );
  });

  test("goes into a file with --output", () => {
    const folder = folderWith({ "company.yaml": contradictory });
    expect(run(["lint", "company.yaml", "--output", "lint.txt"], { in: folder })).toMatchObject({ code: 1, out: "" });
    expect(readFileSync(join(folder, "lint.txt"), "utf8")).toContain("lint/contradictory");
  });
});

describe("the exit code", () => {
  test("counts warnings only when they are asked to count", () => {
    const folder = folderWith({ ...company, "company.yaml": shadowed });
    expect(run(["lint"], { in: folder })).toMatchObject({ code: 0 });
    expect(run(["lint", "--max-warnings", "2"], { in: folder })).toMatchObject({ code: 0, err: "" });
    const one = run(["lint", "--max-warnings", "1"], { in: folder });
    expect(one).toMatchObject({ code: 1, err: "2 warnings; --max-warnings allows 1.\n" });
  });

  test("is 2 when a file does not load, and the others are linted all the same", () => {
    const files = {
      "a.yaml": "format: 1\nruleSet: a/pcco\nrules: [\n",
      "b.yaml": `${head.replace("company/pcco", "b/pcco")}rule: {}\n`,
      "c.yaml": head.replace("company/pcco", "c/pcco").replace("spectrum/pcco@1.1.0", "spectrum/pco@1.1.0"),
      "d.yaml": contradictory,
    };
    const { code, out } = run(["lint", "--format", "json"], { in: folderWith(files) });
    expect(code).toBe(2);
    const told = JSON.parse(out).files.map(({ file, findings }: { file: string; findings: { id: string }[] }) => [
      file,
      ...findings.map(({ id }) => id),
    ]);
    expect(told).toEqual([
      ["a.yaml", "rules/syntax"],
      ["b.yaml", "rules/shape"],
      ["c.yaml", "rules/names"],
      ["d.yaml", "lint/missing-test", "lint/contradictory"],
    ]);
  });

  test("is 2 for a file that is not there, and a folder without rules", () => {
    const folder = folderWith({ "empty/readme.yaml": "a: 1\n", ...company });
    const { code, out } = run(["lint", "no.yaml", "empty", "company.yaml"], { in: folder });
    expect(code).toBe(2);
    expect(out).toContain("This file can't be read: there is no such file.");
    expect(out).toContain("No rule file found in empty");
    expect(out).toContain("ok  company.yaml");
  });
});

describe("versions", () => {
  const second = (version: string, limit: number) =>
    head
      .replace("version: 1.0.0", `version: ${version}`)
      .replace("from: 2026-11-01", "from: 2027-01-01")
      .concat(`overrides:\n  title-length: { maxLength: ${limit}, because: Our letters have room for ${limit}. }\n`);

  test("must not make a step that is too small", () => {
    const files = { ...company, "second.yaml": second("1.0.1", 50) };
    const { code, out } = run(["lint", "second.yaml"], { in: folderWith(files) });
    expect(code).toBe(1);
    expect(out).toContain("error lint/version-step");
    expect(out).toContain("see version 1.0.0: company.yaml:3:1 (/version)");
    expect(
      run(["lint", "second.yaml"], { in: folderWith({ ...files, "second.yaml": second("1.1.0", 50) }) }).code,
    ).toBe(0);
  });

  test("must not change once they are published", () => {
    const folder = folderWith({ "vista/pcco/1.0.0.yaml": "" });
    const [file, lock] = [join(folder, "vista/pcco/1.0.0.yaml"), join(folder, "lock.yaml")];
    copyFileSync("rules/vista/pcco/1.0.0.yaml", file);
    copyFileSync("rules/lock.yaml", lock);
    expect(run(["lint", "vista/pcco/1.0.0.yaml"], { in: folder }).out).not.toContain("rules/published");
    writeFileSync(file, `${readFileSync(file, "utf8")}# changed\n`);
    const { code, out } = run(["lint", "vista/pcco/1.0.0.yaml"], { in: folder });
    expect(code).toBe(1);
    expect(out).toContain("error rules/published");
    expect(out).toContain("is published and must not change");
  });

  test("of a file that is named take the place of others of the same version", () => {
    const folder = folderWith({ ...company, "draft.yaml": contradictory });
    expect(run(["lint", "draft.yaml"], { in: folder })).toMatchObject({ code: 1 });
    expect(run(["lint", "company.yaml"], { in: folder })).toMatchObject({ code: 0 });
  });

  test("must not hold on days of one that ships", () => {
    const early = readFileSync("rules/spectrum/pcco/1.0.0.yaml", "utf8")
      .replace("version: 1.0.0", "version: 1.0.5")
      .replace(/effective: .*/, "effective: { from: 2026-10-01, until: 2026-12-31 }");
    const { code, out } = run(["lint", "early.yaml"], { in: folderWith({ "early.yaml": early }) });
    expect(code).toBe(2);
    expect(out).toContain("early.yaml:7:1 (/effective)");
    expect(out).toContain("1.0.5 holds until 2026-12-31");
  });

  test("that are there twice don't keep others from being linted", () => {
    const { code, out } = run(["lint", "--format", "json"], {
      in: folderWith({
        ...company,
        "twice.yaml": company["company.yaml"],
        "north.yaml": head.replace("company/pcco", "north/pcco"),
      }),
    });
    expect(code).toBe(2);
    const told = new Map(
      JSON.parse(out).files.map((each: { file: string; ruleSet?: unknown }) => [each.file, each.ruleSet]),
    );
    expect(told.get("north.yaml")).toMatchObject({ id: "north/pcco" });
  });
});

test("what can't be used is told before anything is linted", () => {
  expect(run(["lint", "--format", "junit"])).toMatchObject({ code: 2, out: "" });
  expect(run(["lint", "--max-warnings", "many"])).toMatchObject({ code: 2, out: "" });
});
