import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, run, start } from "../support/cli.ts";
import { files, rules, thorough } from "../support/rule-tests.ts";

/** The report as JSON. */
function reportOf(words: readonly string[], folder: string) {
  const { code, out, err } = run(["test", ...words, "--format", "json"], { in: folder });
  return { code, err, report: JSON.parse(out) };
}

describe("exit codes", () => {
  test.each([
    [
      "a rule file that does not load",
      { "rules/acme/1.0.0.yaml": rules.replace("maxLength", "maxLenght") },
      2,
      'unknown key "maxLenght". Did you mean "maxLength"?',
    ],
    [
      "a published rule file that was changed",
      { "rules/lock.yaml": `acme/1.0.0.yaml: ${"0".repeat(64)}\n` },
      2,
      "version 1.0.0 of acme/pcco is published and must not change",
    ],
    [
      "a test file that is no YAML",
      { "rules/acme/1.0.0.test.yaml": "cases: [\n" },
      3,
      "can't be read rules/acme/1.0.0.test.yaml",
    ],
    [
      "a test file with an unknown name",
      { "rules/acme/1.0.0.test.yaml": thorough.replaceAll("[title-length]", "[titel-length]") },
      3,
      'unknown rule "titel-length". Did you mean "title-length"?',
    ],
    [
      "a rule set that is not there",
      { "rules/acme/1.0.0.test.yaml": thorough.replace("acme/pcco", "acme/pco") },
      3,
      'there is no rule set "acme/pco". Did you mean "acme/pcco"?',
    ],
    [
      "a test file that is no text",
      { "rules/acme/1.0.0.test.yaml": "\u0000\u0001" },
      3,
      "can't be read rules/acme/1.0.0.test.yaml",
    ],
  ])("%s", (_what, changed, code, message) => {
    const done = run(["test"], { in: folderWith({ ...files, ...changed }) });
    expect({ code: done.code, said: `${done.out}${done.err}`.replaceAll(/\s+/g, " ") }).toEqual({
      code,
      said: expect.stringContaining(message),
    });
  });

  test("other YAML files among the rules are no rule files", () => {
    const others = {
      "rules/ci.yaml": "jobs: [a]\n",
      "rules/a.pcco.yaml": "title: x\n",
      "rules/pcco.context.yaml": "erp: {}\n",
    };
    expect(run(["test"], { in: folderWith({ ...files, ...others }) })).toMatchObject({ code: 0, err: "" });
  });

  test("a folder without tests, or none at all", () => {
    const folder = folderWith({ "empty/x.yaml": "a: 1\n" });
    expect(run(["test", "empty"], { in: folder })).toMatchObject({
      code: 2,
      err: expect.stringContaining("no rule tests found in empty"),
    });
    expect(run(["test", "nowhere"], { in: folder })).toMatchObject({
      code: 2,
      err: expect.stringContaining("there is no nowhere"),
    });
    expect(run(["test", "--coverage", "101"], { in: folder })).toMatchObject({
      code: 2,
      err: expect.stringContaining("a percentage, from 0 to 100"),
    });
  });
});

describe("for machines", () => {
  const wrong = thorough.replace("broken: [title-length]", "broken: []").replace("4 characters fit", '"<4> & fit"');
  const folder = () => folderWith({ ...files, "rules/acme/1.0.0.test.yaml": wrong });

  test("json has every case, what is not seen, and every survivor with its case", () => {
    const { code, err, report } = reportOf([], folder());
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(report).toMatchObject({
      schemaVersion: 1,
      summary: { files: 1, cases: 4, passed: 3, noisy: 1, missing: 0, unreadable: 0, untested: 0 },
      least: { coverage: 100, mutation: 100 },
      untested: [],
    });
    const [file] = report.files;
    expect(file).toMatchObject({
      file: "rules/acme/1.0.0.test.yaml",
      ruleFile: "rules/acme/1.0.0.yaml",
      ruleSet: { id: "acme/pcco" },
    });
    expect(file.cases[2]).toEqual({
      name: "6 characters do not fit",
      path: "/cases/2",
      line: "7:5",
      event: "send",
      result: ["noisy"],
      differences: [{ kind: "noisy", message: expect.stringContaining("title-length is broken") }],
      expected: { outcome: "blocked", broken: [] },
      actual: { outcome: "blocked", broken: ["title-length"] },
    });
    expect(file.coverage).toMatchObject({
      part: 5,
      total: 7,
      entries: [{ name: "title-length", notSeen: ["broken", "length 6"] }],
    });
    expect(file.mutation.survivors[0]).toMatchObject({
      entry: "title-length",
      kind: "dropped",
      path: "/rules/title-length",
      range: { start: { line: 8, character: 2 } },
      killer: { case: { document: "dock", broken: ["title-length"] } },
    });
  });

  test("junit has a test case for each case, and for coverage and mutation score", () => {
    const { code, out } = run(["test", "--format", "junit", "--output", "tests.xml"], { in: folder() });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    const here = folder();
    run(["test", "--format", "junit", "--output", "tests.xml"], { in: here });
    const xml = readFileSync(join(here, "tests.xml"), "utf8");
    expect(xml).toContain(
      '<testsuites name="ERP Export Rules: rule tests" tests="6" failures="3" errors="0" skipped="0">',
    );
    expect(xml).toContain('    <testcase name="&lt;4&gt; &amp; fit" classname="rules/acme/1.0.0.test.yaml"/>\n');
    expect(xml).toMatch(
      /<failure message="noisy: title-length is broken, which is not expected: [^"]*">rules\/acme\/1\.0\.0\.test\.yaml:7:5\n {2}broken:\n\+ {3}- title-length\n/,
    );
    expect(xml).toContain('<testcase name="coverage of at least 100 %"');
    expect(xml).toMatch(/<failure message="71 % \(5 of 7\)">title-length: broken, length 6<\/failure>/);
  });
});

test("--watch tests again when a rule or a test changes, and ends on Ctrl+C with the last result", async () => {
  const folder = folderWith(files);
  const running = start(["test", "--watch"], { in: folder });
  const times = (count: number) =>
    running.until("err", new RegExp(`(Watching for changes\\. Press Ctrl\\+C to stop\\.[\\s\\S]*){${count}}`));
  await times(1);
  writeFileSync(join(folder, "rules/acme/1.0.0.yaml"), rules.replace("maxLength: 5", "maxLength: 4"));
  await running.until("out", /3 passed, 1 noisy/);
  await times(2);
  writeFileSync(join(folder, "rules/acme/1.0.0.yaml"), rules.replace("maxLength", "maxLenght"));
  await running.until("err", /unknown key "maxLenght"/);
  await times(3);
  running.process.kill("SIGINT");
  expect((await running.ended).code).toBe(2);
});
