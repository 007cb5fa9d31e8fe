import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, run } from "../support/cli.ts";
import { files, head, rules, thorough } from "../support/rule-tests.ts";

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
