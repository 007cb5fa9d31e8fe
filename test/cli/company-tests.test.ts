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
