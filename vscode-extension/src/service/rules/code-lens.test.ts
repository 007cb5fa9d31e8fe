import { describe, expect, test } from "vitest";
import { ruleCodeLenses } from "./code-lens.ts";
import { companyRules, companySample, northRules, projectOf, type TestProject, uriOf, wordAt } from "./testing.ts";

const files = {
  "company.yaml": companyRules,
  "north.yaml": northRules,
  "a.pcco.yaml": companySample,
  "b.pcco.yaml":
    "$rules: company/pcco\ntitle: Dock\nnumber: '7'\ngrand_total: '1.00'\nline_items: [{ amount: '2.00' }]\n",
  "c.pcco.yaml": "$rules: company/north\ntitle: A title of 21 signs!!\nnumber: '7'\n",
  "d.pcco.yaml": "title: judged by another rule set\n",
};

function lenses(project: TestProject, file: string, hasCommands = true): readonly string[] {
  const rule = project.rule(file);
  return ruleCodeLenses(rule, project, hasCommands).map(
    ({ range, command }) => `${wordAt(rule.text, range)}: ${command?.title}${command?.command === "" ? "" : " >"}`,
  );
}

test("over each rule stands how many PCCOs break it; those judged by a file that extends it count", async () => {
  const project = await projectOf(files);
  expect(lenses(project, "company.yaml")).toEqual([
    "title-length: breaks 2 of 3 samples >",
    "sum-of-lines: breaks none of 3 samples, unknown for 2",
    "lifecycle: Show life cycle >",
  ]);
  expect(lenses(project, "north.yaml")).toEqual([
    "number-needed: breaks none of 1 sample",
    "title-length: breaks 1 of 1 sample >",
  ]);
});

test("the places that break it are shown at a click", async () => {
  const project = await projectOf(files);
  const [first] = ruleCodeLenses(project.rule("company.yaml"), project, true);
  const [uri, position, places] = first?.command?.arguments ?? [];
  expect([uri, position]).toEqual([uriOf("company.yaml"), { line: 15, character: 2 }]);
  expect(places).toEqual([
    { uri: uriOf("a.pcco.yaml"), range: { start: { line: 2, character: 7 }, end: { line: 2, character: 29 } } },
    { uri: uriOf("c.pcco.yaml"), range: { start: { line: 1, character: 7 }, end: { line: 1, character: 28 } } },
  ]);
});

test("an editor without the commands has nothing to click", async () => {
  const project = await projectOf(files);
  expect(lenses(project, "company.yaml", false)).toEqual([
    "title-length: breaks 2 of 3 samples",
    "sum-of-lines: breaks none of 3 samples, unknown for 2",
  ]);
});

describe("a rule that no PCCO is asked", () => {
  test("because there are none", async () => {
    expect(lenses(await projectOf({ "company.yaml": companyRules }), "company.yaml")[0]).toBe(
      "title-length: not asked of any sample",
    );
  });

  test("because it belongs to another event", async () => {
    const project = await projectOf({ ...files, "company.yaml": companyRules.replace("stage: save", "stage: export") });
    expect(lenses(project, "company.yaml")[0]).toBe("title-length: not asked of any sample");
  });

  test("because it is off", async () => {
    const project = await projectOf({
      ...files,
      "company.yaml": companyRules.replace("severity: error", "severity: off"),
    });
    expect(lenses(project, "company.yaml")[0]).toBe("title-length: off: not asked");
  });
});

test("stay while a line is half typed", async () => {
  const before = await projectOf(files);
  const half = await projectOf(
    { ...files, "company.yaml": companyRules.replace("  sum-of", "  half\n  sum-of") },
    before,
  );
  expect(lenses(half, "company.yaml")[0]).toBe("title-length: breaks 2 of 3 samples >");
});
