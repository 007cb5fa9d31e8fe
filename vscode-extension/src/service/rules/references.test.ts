import { describe, expect, test } from "vitest";
import { ruleReferences } from "./references.ts";
import { at, companyRules, companySample, companyTests, northRules, projectOf, uriOf, wordAt } from "./testing.ts";

const files = {
  "company.yaml": companyRules,
  "north.yaml": northRules,
  "company.test.yaml": companyTests,
  "a.pcco.yaml": companySample,
  "b.pcco.json":
    '[{ "$rules": "company/north", "$expect": { "broken": ["number-needed"] }, "number": "" }, { "title": "x" }]',
};

/** Everything that uses the name at the mark, as `file:line word`. */
async function used(file: string, around: string, options = {}): Promise<readonly string[]> {
  const marked = Object.entries(files).map(([name, text]) => [name, name === file ? at(text, around) : text]);
  const project = await projectOf(Object.fromEntries(marked));
  const asked = file.endsWith(".test.yaml") ? project.ruleTest(file) : project.rule(file);
  return ruleReferences(asked, project.cursor, project, project.textOf, options).map(({ uri, range }) => {
    const word = wordAt(project.textOf(uri) ?? "", range);
    return `${uri.replace(uriOf(""), "")}:${range.start.line + 1} ${word}`;
  });
}

describe("everything that uses", () => {
  test("a rule: overrides, tests, what PCCOs expect, and what breaks it", async () => {
    const everywhere = [
      "company.yaml:16 title-length",
      "north.yaml:8 title-length",
      "company.test.yaml:15 title-length",
      "a.pcco.yaml:2 title-length",
      // the place that breaks it
      "a.pcco.yaml:3 A canopy over the dock",
    ];
    expect(await used("company.yaml", "  title-|length:")).toEqual(everywhere);
    expect(await used("north.yaml", "title-len|gth")).toEqual(everywhere);
    expect(await used("company.test.yaml", "broken: [title|-length")).toEqual(everywhere);
  });

  test("a rule of a file that extends another, in a list of PCCOs in JSON", async () => {
    expect(await used("north.yaml", "number-|needed")).toEqual([
      "north.yaml:10 number-needed",
      "b.pcco.json:1 number-needed",
      'b.pcco.json:1 ""',
    ]);
  });

  test("a field", async () => {
    expect(await used("company.yaml", "  num|ber: {")).toEqual([
      "company.yaml:11 number",
      "company.yaml:25 number",
      "north.yaml:10 number",
    ]);
  });

  test("a toggle: conditions, settings, contexts of tests and pointers", async () => {
    expect(await used("company.yaml", "night|_work: {")).toEqual([
      "company.yaml:8 night_work",
      "company.yaml:25 night_work",
      "north.yaml:6 night_work",
      "company.test.yaml:6 night_work",
      "company.test.yaml:13 night_work",
    ]);
  });

  test("an ERP status, also of PCCOs", async () => {
    expect(await used("company.yaml", "  fre|sh: {")).toEqual([
      "company.yaml:34 fresh",
      "company.yaml:37 fresh",
      "company.yaml:41 fresh",
      "company.test.yaml:4 fresh",
      "a.pcco.yaml:4 fresh",
    ]);
  });

  test("a role, an event, a source and what is entered", async () => {
    expect(await used("company.yaml", "  ad|min: {")).toHaveLength(3);
    expect(await used("company.yaml", "  se|nd: {")).toEqual([
      "company.yaml:37 send",
      "company.yaml:40 send",
      "company.test.yaml:19 send",
    ]);
    expect(await used("company.yaml", "  hand|book: {")).toHaveLength(6);
    expect(await used("company.yaml", "input: { w|hy")).toEqual(["company.yaml:43 why", "company.yaml:44 why"]);
  });

  test("a rule set: what extends it and what tests it", async () => {
    expect(await used("north.yaml", "extends: comp|any")).toEqual(
      ["company.yaml:2 ruleSet", "north.yaml:5 company/pcco@1", "company.test.yaml:1 company/pcco@1.0.0"].slice(1),
    );
  });

  test("a document of a test file", async () => {
    expect(await used("company.test.yaml", "  cano|py: {")).toEqual([
      "company.test.yaml:4 canopy",
      "company.test.yaml:11 canopy",
      "company.test.yaml:17 canopy",
    ]);
  });

  test("a check keyword, in all rule files", async () => {
    expect(await used("company.yaml", "max|Length: 9")).toEqual([
      "company.yaml:19 maxLength",
      "north.yaml:8 maxLength",
    ]);
  });

  test("leaves the definition out when asked to", async () => {
    expect(await used("company.yaml", "  num|ber: {", { includeDeclaration: false })).toEqual([
      "company.yaml:25 number",
      "north.yaml:10 number",
    ]);
  });

  test("nothing has none", async () => {
    expect(await used("company.yaml", "The Title| is")).toEqual([]);
  });
});

test("the same name in a rule set that builds on neither is another thing", async () => {
  const project = await projectOf({
    "company.yaml": at(companyRules, "  title-|length:"),
    "south.yaml": companyRules.replace("company/pcco", "company/south"),
    "s.pcco.yaml": companySample.replace("company/pcco", "company/south"),
  });
  const found = ruleReferences(project.rule("company.yaml"), project.cursor, project, project.textOf);
  expect(found.map(({ uri }) => uri)).toEqual([uriOf("company.yaml")]);
});
