import { expect, test } from "vitest";
import { ruleHover } from "./hover.ts";
import { at, projectOf } from "./testing.ts";

test("a document of very many lines is shown by its first ones", async () => {
  const tests = `ruleSet: spectrum/pcco@1.1.0\ndocuments:\n  one:\n    title: A\n${"\n".repeat(150_000)}    number: "1"\ncases:\n  - { name: a, document: one, broken: [] }\n`;
  const project = await projectOf({ "a.test.yaml": at(tests, "document: |one") });
  const hover = ruleHover(project.ruleTest("a.test.yaml"), project.cursor, project);
  expect(hover?.contents).toMatchObject({ value: expect.stringContaining("one:\n  title: A") });
});
