import { expect, test } from "vitest";
import { ruleDocumentLinks } from "./document-links.ts";
import { companyRules, companyTests, northRules, projectOf, uriOf, wordAt } from "./testing.ts";

test("pages of sources, with and without quotes", async () => {
  const text = companyRules.replace(
    "  handbook:",
    '  two: { title: Two, url: "https://example.com/two" }\n  three: { title: x, url: nothing }\n  handbook:',
  );
  const project = await projectOf({ "company.yaml": text });
  const links = ruleDocumentLinks(project.rule("company.yaml"), project);
  expect(links.map(({ range, target }) => [wordAt(text, range), target])).toEqual([
    ["https://example.com/two", "https://example.com/two"],
    ["https://example.com/handbook", "https://example.com/handbook"],
  ]);
});

test("the rule file that is extended or tested, of the project or among those that ship", async () => {
  const project = await projectOf({
    "company.yaml": companyRules,
    "north.yaml": northRules,
    "south.yaml": northRules.replace("company/pcco@1", "spectrum/pcco@1.1.0").replace("company/north", "company/south"),
    "t.test.yaml": companyTests,
  });
  const targets = (links: ReturnType<typeof ruleDocumentLinks>) => links.map(({ target }) => target);
  expect(targets(ruleDocumentLinks(project.rule("north.yaml"), project))).toEqual([uriOf("company.yaml")]);
  expect(targets(ruleDocumentLinks(project.rule("south.yaml"), project))).toEqual([
    "erp-export-rules:/spectrum/pcco/1.1.0.yaml",
  ]);
  expect(targets(ruleDocumentLinks(project.ruleTest("t.test.yaml"), project))).toEqual([uriOf("company.yaml")]);
});
