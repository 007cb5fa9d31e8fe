import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { folderWith, run } from "../support/cli.ts";

test("the rule tests of the company that the samples show pass and miss nothing", () => {
  const { code, out } = run(["test", "samples/company-overlay"]);
  expect(out).toMatch(/ passed\. Coverage 100 %\. Mutation score 100 %\.\n$/);
  expect(code).toBe(0);
});

test("a case that would kill a mutant changes no more of the file's documents than it must", () => {
  const [rules, tests] = ["company.yaml", "company.test.yaml"].map((name) =>
    readFileSync(`samples/company-overlay/rules/${name}`, "utf8"),
  );
  const [few = ""] = tests?.split("  # --- titles") ?? [];
  const folder = folderWith({ "rules/company.yaml": rules ?? "", "rules/company.test.yaml": few });
  const { out } = run(["test"], { in: folder });
  expect(out).toContain(`This case would kill it:
  - name: "our-number-form: it is not so that severity is warning instead of error"
    document: canopy
    context: spectrum
    change: { /number: . }
    outcome: blocked
`);
});

test("one test file is asked for the rules it speaks of, not for those that stand beside them", () => {
  const [rules = "", tests = ""] = ["company.yaml", "company.test.yaml"].map((name) =>
    readFileSync(`samples/company-overlay/rules/${name}`, "utf8"),
  );
  const later = rules.replace("version: 1.0.0", "version: 1.0.1").replace("2026-11-01", "2027-01-01");
  const folder = folderWith({ "1.0.0.yaml": rules, "1.0.1.yaml": later, "1.0.0.test.yaml": tests });
  expect(run(["test", "1.0.0.test.yaml"], { in: folder })).toMatchObject({
    code: 0,
    out: expect.not.stringContaining("no tests"),
  });
  expect(run(["test", "."], { in: folder })).toMatchObject({
    code: 1,
    out: expect.stringContaining("no tests  1.0.1.yaml"),
  });
});
