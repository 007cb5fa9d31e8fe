import { expect, test } from "vitest";
import { changeLenses } from "./change-lenses.ts";
import { companyRules, northRules, projectOf, uriOf, wordAt } from "./testing.ts";

const files = { "company.yaml": companyRules, "north.yaml": northRules };

async function lenses(file: string, texts: Readonly<Record<string, string>> = files) {
  const rule = (await projectOf(texts)).rule(file);
  return changeLenses(rule).map(({ range, command }) => [
    wordAt(rule.text, range),
    command?.title,
    ...(command?.arguments ?? []),
  ]);
}

test("over the rule file stand comparisons, over each rule and override a PCCO that breaks it", async () => {
  const breaks = "Open a PCCO that breaks this rule";
  expect(await lenses("north.yaml")).toEqual([
    ["ruleSet", "Compare with published version", uriOf("north.yaml"), ""],
    ["ruleSet", "Compare with…", uriOf("north.yaml")],
    ["number-needed", breaks, uriOf("north.yaml"), "number-needed"],
    ["title-length", breaks, uriOf("north.yaml"), "title-length"],
  ]);
});

test("a rule that is off has none, nor has a file that was never without faults", async () => {
  const off = { "company.yaml": companyRules.replace("severity: error", "severity: off") };
  expect((await lenses("company.yaml", off)).map(([word]) => word)).toEqual(["ruleSet", "ruleSet", "sum-of-lines"]);
  expect(await lenses("company.yaml", { "company.yaml": `${companyRules}nonsense: 1\n` })).toEqual([]);
});
