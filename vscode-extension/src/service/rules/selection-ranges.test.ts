import { expect, test } from "vitest";
import type { SelectionRange } from "vscode-languageserver-types";
import { ruleSelectionRanges } from "./selection-ranges.ts";
import { at, companyRules, projectOf } from "./testing.ts";

/** What is selected, step by step, each as its first and last words. */
async function grown(around: string, text = companyRules): Promise<readonly string[]> {
  const project = await projectOf({ "company.yaml": at(text, around) });
  const [first] = ruleSelectionRanges(project.rule("company.yaml"), [project.cursor]);
  const steps: string[] = [];
  for (let each: SelectionRange | undefined = first; each !== undefined; each = each.parent) {
    const { start, end } = each.range;
    const lines = text.split("\n").slice(start.line, end.line + 1);
    lines[lines.length - 1] = lines.at(-1)?.slice(0, end.character) ?? "";
    lines[0] = lines[0]?.slice(start.character) ?? "";
    const whole = lines.join("\n").trimEnd();
    steps.push(whole.length < 40 ? whole : `${whole.slice(0, 16)}…${whole.slice(-16)}`);
  }
  return steps;
}

test("grows from a value to its entry, its rule, its section and the file", async () => {
  expect(await grown("maxLength: |9")).toEqual([
    "9",
    "maxLength: 9",
    "title: The Title…source: handbook",
    "title-length:\n  …source: handbook",
    expect.stringMatching(/^title-length:/),
    expect.stringMatching(/^rules:/),
    expect.stringMatching(/^format: 1/),
  ]);
});

test("grows from a key", async () => {
  expect((await grown("max|Length: 9")).slice(0, 2)).toEqual(["maxLength", "maxLength: 9"]);
});

test("grows in brackets", async () => {
  expect((await grown("equals: ad|min")).slice(0, 4)).toEqual([
    "admin",
    "equals: admin",
    "{ field: isAdmin, equals: admin }",
    "where: { field: … equals: admin }",
  ]);
});

test("selects nothing where nothing can be read", async () => {
  expect(await grown("]]|]", "]]] [[[ : : {{{\n".repeat(9))).toEqual([""]);
});
