import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, run, start } from "../support/cli.ts";

/** A rule file with one rule. */
const rules = `format: 1
ruleSet: acme/pcco
version: 1.0.0
effective: { from: 2025-01-01 }
sources: { page: { title: Page, url: "https://example.com" } }
fields:
  title: { label: Title, path: title, type: text }
rules:
  title-length:
    field: title
    maxLength: 5
    severity: error
    stage: send
    source: page
`;

const head = `ruleSet: acme/pcco@1.0.0
documents:
  dock: { title: Dock } # the base
cases:
`;

/** Cases that see all of the rule, and notice every change to it. */
const thorough = `${head}  - { name: 4 characters fit, document: dock, broken: [] }
  - { name: 5 characters fit, document: dock, change: { /title: Docks }, broken: [] }
  - name: 6 characters do not fit
    document: dock
    change: { /title: Canopy }
    outcome: blocked
    broken: [title-length]
  - { name: no title is none that is too long, document: dock, change: { /title: null }, broken: [] }
`;

const files = { "rules/acme/1.0.0.yaml": rules, "rules/acme/1.0.0.test.yaml": thorough };

/** The report as JSON. */
function reportOf(words: readonly string[], folder: string) {
  const { code, out, err } = run(["test", ...words, "--format", "json"], { in: folder });
  return { code, err, report: JSON.parse(out) };
}

describe("test", () => {
  test("of the rule sets that ship: all pass, all is seen, every change is noticed", () => {
    const { code, out, err } = run(["test", "rules"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^ok {2}rules\/spectrum\/pcco\/1\.1\.0\.test\.yaml {2}spectrum\/pcco 1\.1\.0$/m);
    expect(out).toMatch(/^ {2}mutation score 100 % \(310 of 310\); 10 mutants that make no difference left out$/m);
    expect(out).toMatch(/ passed\. Coverage 100 %\. Mutation score 100 %\.\n$/);
    expect(out).not.toMatch(/survived|not seen|noisy|missing/);
  });

  test("takes the folder rules where there is one, a folder, or one test file", () => {
    const folder = folderWith(files);
    const all = run(["test"], { in: folder });
    expect(all).toMatchObject({ code: 0, err: "" });
    expect(all.out).toBe(`ok  rules/acme/1.0.0.test.yaml  acme/pcco 1.0.0
  4 cases: 4 passed
  coverage 100 % (7 of 7)
  mutation score 100 % (4 of 4)

4 cases in 1 file: 4 passed. Coverage 100 %. Mutation score 100 %.
`);
    expect(run(["test", "rules"], { in: folder })).toEqual(all);
    expect(run(["test", "rules/acme/1.0.0.test.yaml"], { in: folder })).toEqual(all);
    expect(run(["test"], { in: join(folder, "rules") }).out).toBe(all.out.replaceAll("rules/", ""));
  });
});

describe("a case that does not pass", () => {
  test("is noisy or missing, with a diff and a sentence", () => {
    const wrong = thorough
      .replace("broken: [title-length]", "broken: []")
      .replace("Docks }, broken: []", "Docks }, broken: [title-length]");
    const { code, out } = run(["test"], { in: folderWith({ ...files, "rules/acme/1.0.0.test.yaml": wrong }) });
    expect(code).toBe(1);
    expect(out).toContain(`  missing  5 characters fit
    at rules/acme/1.0.0.test.yaml:6:5
      broken:
    -   - title-length
    title-length is expected to be broken, but it holds, does not apply, or is
    not asked for this event.
`);
    expect(out).toContain(`  noisy  6 characters do not fit
    at rules/acme/1.0.0.test.yaml:7:5
      broken:
    +   - title-length
    title-length is broken, which is not expected: Title "Canopy" has 6
    characters; at most 5 are allowed.
`);
    expect(out).toContain("  4 cases: 2 passed, 1 noisy, 1 missing\n");
    expect(out).toMatch(/^4 cases in 1 file: 2 passed, 1 noisy, 1 missing\. Coverage \d+ %\. Mutation score \d+ %\.$/m);
  });

  test("--update lets it expect what comes of it, says so, and keeps comments and layout", () => {
    const wrong = thorough
      .replace("broken: [title-length]", "broken: [] # why?")
      .replace("Docks }, broken: []", "Docks }, broken: [title-length], outcome: exportable");
    const folder = folderWith({ ...files, "rules/acme/1.0.0.test.yaml": wrong });
    const { code, out, err } = run(["test", "--update"], { in: folder });
    expect(err).toBe(`rules/acme/1.0.0.test.yaml: 5 characters fit
  - broken: [title-length]
  + broken: []
rules/acme/1.0.0.test.yaml: 6 characters do not fit
  - broken: []
  + broken: [title-length]
Updated 2 cases.
`);
    expect(code).toBe(0);
    expect(out).toContain("ok  rules/acme/1.0.0.test.yaml");
    expect(readFileSync(join(folder, "rules/acme/1.0.0.test.yaml"), "utf8")).toBe(
      wrong
        .replace("broken: [title-length]", "broken: []")
        .replace("broken: [] # why?", "broken: # why?\n      - title-length"),
    );
    expect(run(["test", "--update"], { in: folder })).toMatchObject({ code: 0, err: "No case was updated.\n" });
  });

  test("--update --filter leaves the others as they are", () => {
    const wrong = thorough.replaceAll("broken: [", "broken: [document/type, ").replaceAll("type, ]", "type]");
    const folder = folderWith({ ...files, "rules/acme/1.0.0.test.yaml": wrong });
    const { code, err } = run(["test", "--update", "--filter", "5 CHARACTERS"], { in: folder });
    expect({ code, lines: err.split("\n").length }).toEqual({ code: 0, lines: 5 });
    expect(run(["test"], { in: folder }).out).toContain("  4 cases: 1 passed, 3 missing\n");
  });
});

describe("coverage and mutation score", () => {
  const poor = `${head}  - { name: 4 characters fit, document: dock, broken: [] }\n`;
  const folder = () => folderWith({ ...files, "rules/acme/1.0.0.test.yaml": poor });

  test("too low is a failure: what is not seen, and for each survivor a case to paste", () => {
    const { code, out } = run(["test"], { in: folder() });
    expect(code).toBe(1);
    expect(out).toContain(`  coverage 28 % (2 of 7)
    title-length rules/acme/1.0.0.yaml:9:3
      not seen: broken, does not apply, length 5, length 6, no value
  mutation score 0 % (0 of 4)

    survived  title-length: the rule is dropped rules/acme/1.0.0.yaml:9:3
    This case would kill it:
  - name: "title-length: it is not so that the rule is dropped"
    document: dock
    change: { /title: AAAAAA }
    broken: [title-length]
`);
  });

  test("what is printed for survivors, pasted as it is, kills them", () => {
    const here = folder();
    const { out } = run(["test"], { in: here });
    const pasted = [...out.matchAll(/This case would kill it:\n((?: {2}(?:- | {2}).*\n)+?)(?=\n|\s*$)/g)].map(
      ([, text]) => text,
    );
    expect(pasted).toHaveLength(4);
    writeFileSync(join(here, "rules/acme/1.0.0.test.yaml"), poor + pasted.join(""));
    const after = run(["test", "--coverage", "50"], { in: here });
    expect(after.out).toContain("mutation score 100 % (4 of 4)");
    expect(after.code).toBe(0);
  });

  test("may be lower where that is said", () => {
    expect(run(["test", "--coverage", "28", "--mutation", "0"], { in: folder() }).code).toBe(0);
    expect(run(["test", "--coverage", "29", "--mutation", "0"], { in: folder() }).code).toBe(1);
    expect(run(["test", "--coverage", "28", "--mutation", "1"], { in: folder() }).code).toBe(1);
  });

  test("a rule file without tests is a failure", () => {
    const { code, out } = run(["test"], {
      in: folderWith({ ...files, "rules/acme/2.0.0.yaml": rules.replace("1.0.0", "2.0.0").replace("2025", "2026") }),
    });
    expect(code).toBe(1);
    expect(out).toContain("no tests  rules/acme/2.0.0.yaml\n");
  });
});

test("--filter runs the cases that have a text in their names, and tells no coverage", () => {
  const folder = folderWith(files);
  const { code, out } = run(["test", "--filter", "FIT"], { in: folder });
  expect(code).toBe(0);
  expect(out).toContain("  3 cases: 3 passed\n");
  expect(out).not.toMatch(/coverage|mutation/i);
  expect(run(["test", "--filter", "nothing such"], { in: folder })).toMatchObject({
    code: 2,
    out: "",
    err: 'erp-rules: no case has "nothing such" in its name.\n',
  });
});

test("a test file without cases has no cases, and none of a name only when one was asked for", () => {
  const folder = folderWith({ ...files, "rules/acme/1.0.0.test.yaml": `${head.trimEnd()} []\n` });
  const { out } = run(["test"], { in: folder });
  expect(out).toContain("    no cases\n");
  expect(out).not.toContain("of this name");
});

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
