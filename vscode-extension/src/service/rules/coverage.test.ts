import { describe, expect, test } from "vitest";
import { ruleCoverage } from "./coverage.ts";
import { companyRules, companyTests, northRules, projectOf, uriOf, wordAt } from "./testing.ts";

const files = { "company.yaml": companyRules, "north.yaml": northRules, "company.test.yaml": companyTests };

/** The lines of a rule file: the word at each, what is seen there and, behind a bar, what is not. */
async function linesOf(file: string, texts: Readonly<Record<string, string>>, isWanted = (_: string) => true) {
  const project = await projectOf(texts);
  const covered = ruleCoverage(project, isWanted).find(({ uri }) => uri === uriOf(file));
  const named = (items: readonly { name: string; seen: boolean }[], isSeen: boolean) =>
    items.flatMap(({ name, seen }) => (seen === isSeen ? [name] : [])).join(", ");
  return covered?.lines.map(
    ({ range, items }) => `${wordAt(project.rule(file).text, range)}: ${named(items, true)} | ${named(items, false)}`,
  );
}

describe("what rule tests see of a rule file", () => {
  test("stands at the rules, their keys, and the events", async () => {
    expect(await linesOf("company.yaml", files)).toEqual([
      "title-length: holds, broken | does not apply",
      "maxLength:  | length 8, length 9, length 10, no value",
      "sum-of-lines: does not apply | holds, broken, unknown",
      "sumEquals: no value | ",
      "when: Night work on | Night work off",
      "send: taken from fresh | refused for state, refused for role, refused for rule",
      "from:  | taken from sent after send, refused for state",
      "role:  | refused for role",
      "input:  | refused for input",
    ]);
  });

  test("is what any of its test files sees", async () => {
    const further = companyTests
      .replace("A canopy over the dock", '"123456789"')
      .replace("broken: [title-length]", "broken: []");
    const both = await linesOf("company.yaml", { ...files, "further.test.yaml": further });
    expect(both?.find((line) => line.startsWith("maxLength"))).toMatch(/length 9.* \| /);
    const one = await linesOf("company.yaml", files);
    expect(one?.find((line) => line.startsWith("maxLength"))).toMatch(/ \| .*length 9/);
  });

  test("is that of the wanted test files alone", async () => {
    expect(await linesOf("company.yaml", files, (uri) => uri === uriOf("company.test.yaml"))).toBeDefined();
    expect(await linesOf("company.yaml", files, () => false)).toBeUndefined();
  });

  test("is at overrides, too", async () => {
    const tests = companyTests.replace("company/pcco@1.0.0", "company/north@1.0.0");
    const lines = await linesOf("north.yaml", { ...files, "north.test.yaml": tests });
    expect(lines?.map((line) => line.replace(/:.*/, ""))).toEqual(["title-length", "number-needed"]);
  });

  test.each([
    ["of shape", `${companyTests}nonsense: 1\n`],
    ["of names", companyTests.replace("broken: [title-length]", "broken: [title-lenght]")],
  ])("is nothing while the tests have faults %s", async (_, tests) => {
    expect(await linesOf("company.yaml", { ...files, "company.test.yaml": tests })).toBeUndefined();
  });

  test("is nothing while the rules have faults, though the last good ones are in force", async () => {
    const project = await projectOf(
      { ...files, "company.yaml": companyRules.replace("field: title\n", "field: titel\n") },
      await projectOf(files),
    );
    expect(project.rule("company.yaml").ruleSet).toBeDefined();
    expect(ruleCoverage(project, () => true)).toEqual([]);
  });
});
