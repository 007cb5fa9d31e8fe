import { describe, expect, test } from "vitest";
import type { Project, RuleTestText, RuleText } from "../model.ts";
import { ruleSemanticTokens, semanticTokensLegend } from "./semantic-tokens.ts";
import { companyRules, companyTests, northRules, projectOf } from "./testing.ts";

/** Each coloured word with its kind; `!` marks where it is defined. */
function coloured(file: RuleText | RuleTestText, project: Project): readonly string[] {
  const { data } = ruleSemanticTokens(file, project);
  const lines = file.text.split("\n");
  const words: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    [line, character] = [line + down, down === 0 ? character + right : right];
    const kind = semanticTokensLegend.tokenTypes[type];
    words.push(`${lines[line]?.slice(character, character + length)} ${kind}${modifiers === 1 ? "!" : ""}`);
  }
  return words;
}

test("names are coloured by what they are", async () => {
  const project = await projectOf({ "company.yaml": companyRules });
  const words = coloured(project.rule("company.yaml"), project);
  expect(words).toEqual(
    expect.arrayContaining([
      "handbook namespace!",
      "night_work macro!",
      "title variable!",
      "title-length function!",
      "title variable",
      "maxLength keyword",
      "handbook namespace",
      "night_work macro",
      "is keyword",
      "sumEquals keyword",
      "lineAmount variable",
      "admin class!",
      "fresh enumMember!",
      "send event!",
      "sent enumMember",
      "admin class",
      "why property!",
    ]),
  );
  expect(words.slice(words.indexOf("title-length function!"), words.indexOf("sum-of-lines function!"))).toEqual([
    "title-length function!",
    "title variable",
    "maxLength keyword",
    "{label} parameter",
    "{length} parameter",
    "{maxLength} parameter",
    "handbook namespace",
  ]);
});

test("names of the rule set below are coloured, names that nothing defines are not", async () => {
  const north = northRules.replace("field: number", "field: numbr");
  const project = await projectOf({ "company.yaml": companyRules, "north.yaml": north });
  const words = coloured(project.rule("north.yaml"), project);
  expect(words).toContain("night_work macro");
  expect(words).toContain("title-length function");
  expect(words.filter((word) => word.startsWith("numbr"))).toEqual([]);
});

test("the names of rule tests are coloured", async () => {
  const project = await projectOf({ "company.yaml": companyRules, "t.test.yaml": companyTests });
  expect(coloured(project.ruleTest("t.test.yaml"), project)).toEqual(
    expect.arrayContaining([
      "company/pcco@1.0.0 namespace",
      "canopy variable!",
      "fresh enumMember",
      "title-length function",
      "send event",
      "sent enumMember",
    ]),
  );
});

describe("while a line is half typed the other lines keep their colours", () => {
  test.each(["  half", "  half: [", '  half: "', "\thalf: 1"])("%j", async (line) => {
    const whole = await projectOf({ "company.yaml": companyRules });
    const all = coloured(whole.rule("company.yaml"), whole);
    const half = await projectOf({ "company.yaml": companyRules.replace("rules:\n", `rules:\n${line}\n`) }, whole);
    expect(coloured(half.rule("company.yaml"), half)).toEqual(all);
  });
});

test("a text of which nothing can be read has none", async () => {
  const project = await projectOf({ "company.yaml": "]]]] : [\n".repeat(20) });
  expect(ruleSemanticTokens(project.rule("company.yaml"), project)).toEqual({ data: [] });
});
