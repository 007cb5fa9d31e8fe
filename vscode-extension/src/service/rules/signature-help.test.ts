import { keywords } from "@erp-export-rules/sdk/authoring";
import { describe, expect, test } from "vitest";
import { settingWords } from "./keyword-words.ts";
import { ruleSignatureHelp } from "./signature-help.ts";
import { at, companyRules, projectOf } from "./testing.ts";

async function help(around: string, text = companyRules) {
  const project = await projectOf({ "company.yaml": at(text, around) });
  return ruleSignatureHelp(project.rule("company.yaml"), project.cursor)?.signatures[0];
}

describe("while a setting is typed", () => {
  test.each([
    ["maxLength: |9", "maxLength: a whole number, 1 or more"],
    ["sumEquals: [line|Amount]", "sumEquals: [a field, …]"],
    ["is: |off", "is: on | off"],
    ["required: t|rue", "required: true"],
    ["equals: ad|min", "equals: a value | { field: a field }"],
  ])("%s", async (around, label) => {
    expect((await help(around))?.label).toBe(label);
  });

  test.each(["    maxLength:|", "    maxLength: |", "    notBefore: |", "    when: { not: { field: title, pattern: |"])(
    "of which nothing is there yet: %s",
    async (line) => {
      const text = companyRules.replace("    maxLength: 9\n", `${line.replace("|", "")}\n`);
      const found = await help(line, text);
      expect(found?.label).toMatch(/^(maxLength|notBefore|pattern): /);
    },
  );

  test("it says what the keyword is for, and the words of its messages", async () => {
    const found = await help("maxLength: |9");
    expect(found?.documentation).toEqual({
      kind: "markdown",
      value: expect.stringMatching(
        /^At most this many characters.*fields of type `text`, `choice`, `id`.*`\{length\}`, `\{maxLength\}`/s,
      ),
    });
    expect(found?.parameters).toEqual([{ label: [11, 36] }]);
  });
});

test.each(["max|Length: 9", "severity: er|ror", "title: The| Title", "rul|es:"])("%s has none", async (around) => {
  expect(await help(around)).toBeUndefined();
});

test("every keyword's setting is told in words", () => {
  expect(Object.fromEntries(keywords.map((keyword) => [keyword.name, settingWords(keyword)]))).toMatchObject({
    required: "true",
    oneOf: "[a word, …]",
    pattern: "a text",
    format: "date | dateTime | decimal",
    minimum: 'a number, such as 0 or "99.50"',
    maxDecimals: "a whole number, 0 or more",
    refersTo: "a field of a list",
    notBefore: "a date field | a day, such as 2026-11-05",
  });
});
