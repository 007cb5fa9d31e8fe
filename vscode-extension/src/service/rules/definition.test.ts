import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ruleDefinition } from "./definition.ts";
import { at, companyRules, companyTests, northRules, projectOf, uriOf, wordAt } from "./testing.ts";

const files = { "company.yaml": companyRules, "north.yaml": northRules, "company.test.yaml": companyTests };

/** Where the name at the mark of one of the files is defined, as `file:line word`. */
async function defined(
  file: keyof typeof files,
  around: string,
  text: string = files[file],
): Promise<string | undefined> {
  const project = await projectOf({ ...files, [file]: at(text, around) });
  const asked = file.endsWith(".test.yaml") ? project.ruleTest(file) : project.rule(file);
  const found = ruleDefinition(asked, project.cursor, project, project.textOf);
  if (found === undefined) return undefined;
  const name = found.uri.replace(uriOf(""), "");
  return `${name}:${found.range.start.line + 1} ${wordAt(project.textOf(found.uri) ?? "", found.range)}`;
}

describe("inside of a rule file a name leads to where it is defined", () => {
  test.each([
    ["a field", "field: ti|tle\n", "company.yaml:10 title"],
    ["a field in a condition", "{ field: num|ber, required", "company.yaml:11 number"],
    ["a field in a list", "sumEquals: [line|Amount", "company.yaml:13 lineAmount"],
    ["a field that stands in for another", "otherwise: { field: titl|e", "company.yaml:10 title"],
    ["a field that an event writes", "set: { ti|tle", "company.yaml:10 title"],
    ["a toggle", "feature: nig|ht_work", "company.yaml:8 night_work"],
    ["a source", "stage: send\n    source: hand|book", "company.yaml:6 handbook"],
    ["a role", "role: ad|min,", "company.yaml:32 admin"],
    ["a role in a list", "role: [ad|min", "company.yaml:32 admin"],
    ["an ERP status", "to: se|nt", "company.yaml:35 sent"],
    ["an ERP status after an event", "state: sen|t", "company.yaml:35 sent"],
    ["an event", "after: se|nd", "company.yaml:37 send"],
    ["what is entered", "input: w|hy", "company.yaml:43 why"],
    ["itself", "|title-length:", "company.yaml:16 title-length"],
  ])("%s", async (_what, around, expected) => {
    expect(await defined("company.yaml", around)).toBe(expected);
  });

  test.each([
    ["a key of the language", "seve|rity"],
    ["a check keyword", "max|Length"],
    ["a title", "The Title is| short"],
    ["a comment", "for|mat"],
  ])("%s leads nowhere", async (_what, around) => {
    expect(await defined("company.yaml", around)).toBeUndefined();
  });

  test("a name that nothing defines leads nowhere", async () => {
    const text = companyRules.replace("field: title\n", "field: titel\n");
    expect(await defined("company.yaml", "field: tit|el", text)).toBeUndefined();
  });
});

describe("in a file that extends another", () => {
  test.each([
    ["a rule that is overridden", "title-|length", "company.yaml:16 title-length"],
    ["a toggle that is set", "night|_work", "company.yaml:8 night_work"],
    ["a field", "field: num|ber", "company.yaml:11 number"],
    ["the file itself", "extends: company|/pcco@1", "company.yaml:2 ruleSet"],
  ])("%s", async (_what, around, expected) => {
    expect(await defined("north.yaml", around)).toBe(expected);
  });
});

describe("in a rule test", () => {
  test.each([
    ["a rule", "broken: [title|-length", "company.yaml:16 title-length"],
    ["an event", "event: se|nd", "company.yaml:37 send"],
    ["an ERP status it leads to", "moves: se|nt", "company.yaml:35 sent"],
    ["an ERP status of a document", "status: fre|sh", "company.yaml:34 fresh"],
    ["a toggle", "night_|work: false", "company.yaml:8 night_work"],
    ["a toggle in a pointer", "/erp/features/night|_work", "company.yaml:8 night_work"],
    ["a document of its own", "document: can|opy\n    context", "company.test.yaml:4 canopy"],
    ["a context of its own", "context: he|re", "company.test.yaml:6 here"],
    ["an actor of its own", "actor: some|one", "company.test.yaml:8 someone"],
    ["the rule set", "ruleSet: company/p|cco", "company.yaml:2 ruleSet"],
  ])("%s", async (_what, around, expected) => {
    expect(await defined("company.test.yaml", around)).toBe(expected);
  });
});

describe("a rule file that ships", () => {
  const own = northRules.replace("company/pcco@1", "spectrum/pcco@1.1.0").replace("night_work: on", "");
  const shipped = readFileSync(join(import.meta.dirname, "../../../../rules/spectrum/pcco/1.1.0.yaml"), "utf8");
  const uri = "erp-export-rules:/spectrum/pcco/1.1.0.yaml";

  async function asked(around: string, isTextKnown: boolean) {
    const project = await projectOf({ "north.yaml": at(own, around) });
    const textOf = (each: string) => (isTextKnown && each === uri ? shipped : project.textOf(each));
    return ruleDefinition(project.rule("north.yaml"), project.cursor, project, textOf);
  }

  test("has its rules at their places, its text known or not", async () => {
    for (const isTextKnown of [true, false]) {
      const found = await asked("title-|length", isTextKnown);
      expect(found?.uri).toBe(uri);
      expect(found && wordAt(shipped, found.range)).toBe("title-length");
    }
  });

  test("has its fields at their places when its text is known, else at its beginning", async () => {
    const found = await asked("field: num|ber", true);
    expect(found && wordAt(shipped, found.range)).toBe("number");
    expect((await asked("field: num|ber", false))?.range.start).toEqual({ line: 0, character: 0 });
  });
});

describe("while a line is half typed", () => {
  test.each([
    ["names elsewhere still lead to their definitions", "field: ti|tle\n", "  half", "company.yaml:10 title"],
    ["names in the line itself do, too", "fields: [num|ber", "    fields: [number", "company.yaml:11 number"],
  ])("%s", async (_what, around, line, expected) => {
    const text = companyRules.replace("  sum-of-lines:\n", `  sum-of-lines:\n${line}\n`);
    expect(await defined("company.yaml", around, text)).toBe(expected);
  });
});
