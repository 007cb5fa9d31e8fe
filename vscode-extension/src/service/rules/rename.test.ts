import { describe, expect, test } from "vitest";
import { TextDocumentEdit, TextEdit, type WorkspaceEdit } from "vscode-languageserver-types";
import { prepareRuleRename, ruleRename } from "./rename.ts";
import { at, companyRules, companySample, companyTests, northRules, projectOf, uriOf, wordAt } from "./testing.ts";

const files: Readonly<Record<string, string>> = {
  "company.yaml": companyRules,
  "north.yaml": northRules,
  "company.test.yaml": companyTests,
  "a.pcco.yaml": companySample,
};

async function rename(file: string, around: string, newName: string, others: Readonly<Record<string, string>> = {}) {
  const all = { ...files, ...others };
  const project = await projectOf({ ...all, [file]: at(all[file] ?? "", around) });
  const asked = file.endsWith(".test.yaml") ? project.ruleTest(file) : project.rule(file);
  return ruleRename(asked, project.cursor, newName, project, project.textOf);
}

/** The texts of the files that an edit changes, after it. */
function applied(
  edit: WorkspaceEdit,
  texts: Readonly<Record<string, string>> = files,
): Readonly<Record<string, string>> {
  const changed: Record<string, string> = {};
  for (const change of edit.documentChanges ?? []) {
    if (!TextDocumentEdit.is(change)) throw new Error("only texts are edited");
    const name = change.textDocument.uri.replace(uriOf(""), "");
    const lines = (texts[name] ?? "").split("\n");
    for (const edit of change.edits.toReversed()) {
      if (!TextEdit.is(edit)) throw new Error("only plain texts are written");
      const { range, newText } = edit;
      const line = lines[range.start.line] ?? "";
      lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
    }
    changed[name] = lines.join("\n");
  }
  return changed;
}

async function renamed(file: string, around: string, newName: string): Promise<Readonly<Record<string, string>>> {
  const found = await rename(file, around, newName);
  if ("refusal" in found) throw new Error(found.refusal);
  return applied(found.edit);
}

describe("a name is changed everywhere", () => {
  test("a rule: in its file, in what overrides it, in tests and in what PCCOs expect", async () => {
    const changed = await renamed("company.yaml", "  title-|length:", "title-fits");
    expect(changed).toEqual({
      "company.yaml": companyRules.replace("title-length", "title-fits"),
      "north.yaml": northRules.replace("title-length", "title-fits"),
      "company.test.yaml": companyTests.replace("title-length", "title-fits"),
      "a.pcco.yaml": companySample.replace("title-length", "title-fits"),
    });
  });

  test("from wherever it is used", async () => {
    const everywhere = await renamed("company.yaml", "  title-|length:", "title-fits");
    expect(await renamed("north.yaml", "title|-length", "title-fits")).toEqual(everywhere);
    expect(await renamed("company.test.yaml", "broken: [title|", "title-fits")).toEqual(everywhere);
  });

  test("a field, and nothing that is only written alike", async () => {
    const changed = await renamed("company.yaml", "  ti|tle: {", "heading");
    expect(changed).toEqual({
      "company.yaml": companyRules
        .replace("  title: { label: Title", "  heading: { label: Title")
        .replace("otherwise: { field: title }", "otherwise: { field: heading }")
        .replace("    field: title\n", "    field: heading\n")
        .replace("set: { title:", "set: { heading:"),
    });
  });

  test("a toggle, in pointers too", async () => {
    const changed = await renamed("company.yaml", "night|_work: {", "late_work");
    expect(changed["company.yaml"]).toBe(companyRules.replaceAll("night_work", "late_work"));
    expect(changed["north.yaml"]).toBe(northRules.replaceAll("night_work", "late_work"));
    expect(changed["company.test.yaml"]).toBe(companyTests.replaceAll("night_work", "late_work"));
  });

  test("a document of a test file", async () => {
    const changed = await renamed("company.test.yaml", "can|opy: {", "dock");
    expect(Object.keys(changed)).toEqual(["company.test.yaml"]);
    expect(changed["company.test.yaml"]).toBe(
      companyTests.replaceAll("canopy", "dock").replace("A dock over", "A canopy over"),
    );
  });

  test("between quotes, which stay", async () => {
    const quoted = companyRules
      .replace("    field: title\n", "    field: 'title'\n")
      .replace("{ field: title }", '{ field: "title" }');
    const found = await rename("company.yaml", "  ti|tle: {", "heading", { "company.yaml": quoted });
    if ("refusal" in found) throw new Error(found.refusal);
    const text = applied(found.edit, { "company.yaml": quoted })["company.yaml"];
    expect(text).toContain("field: 'heading'\n");
    expect(text).toContain('{ field: "heading" }');
  });
});

describe("the edit", () => {
  test("asks to confirm other files, and names the versions that it was made for", async () => {
    const found = await rename("company.yaml", "  title-|length:", "title-fits");
    if ("refusal" in found) throw new Error(found.refusal);
    expect(found.edit.changeAnnotations).toEqual({
      "other-files": expect.objectContaining({ needsConfirmation: true }),
    });
    const told = (found.edit.documentChanges ?? []).map((change) => {
      if (!TextDocumentEdit.is(change)) throw new Error("only texts are edited");
      const { textDocument, edits } = change;
      return [textDocument.uri.replace(uriOf(""), ""), textDocument.version, "annotationId" in (edits[0] ?? {})];
    });
    expect(told).toEqual([
      ["company.yaml", 3, false],
      ["north.yaml", 3, true],
      ["company.test.yaml", null, true],
      ["a.pcco.yaml", null, true],
    ]);
  });

  test("of one file alone asks for nothing", async () => {
    const found = await rename("company.yaml", "  ti|tle: {", "heading");
    expect("edit" in found && found.edit.changeAnnotations).toBeUndefined();
  });
});

describe("is refused, with the reason", () => {
  test.each<[string, string, string, string, Readonly<Record<string, string>>, RegExp]>([
    [
      "a name that can't be one",
      "company.yaml",
      "  title-|length:",
      "titleFits",
      {},
      /^"titleFits" can't be the name of a rule; names are small letters, digits and hyphens/,
    ],
    [
      "a name that is taken",
      "company.yaml",
      "  title-|length:",
      "sum-of-lines",
      {},
      /^There is a rule "sum-of-lines" already, in company\/pcco@1\.0\.0\.$/,
    ],
    [
      "a name that is taken in a file that extends it",
      "company.yaml",
      "  title-|length:",
      "number-needed",
      {},
      /already, in company\/north@1\.0\.0\.$/,
    ],
    [
      "a name of a test file that is taken",
      "company.test.yaml",
      "can|opy: {",
      "dock",
      { "company.test.yaml": companyTests.replace("  canopy:", "  dock: {}\n  canopy:") },
      /^There is a document "dock" already\.$/,
    ],
    [
      "a word of the language",
      "company.yaml",
      "max|Length: 9",
      "x",
      {},
      /^"maxLength" is a word of the rule language\.$/,
    ],
    ["no name at all", "company.yaml", "The Title| is", "x", {}, /^There is no name here/],
    ["a rule set", "north.yaml", "extends: comp|any", "x", {}, /^A rule set is not renamed/],
    [
      "a name that nothing defines",
      "company.yaml",
      "field: tit|el",
      "x",
      { "company.yaml": companyRules.replace("    field: title\n", "    field: titel\n") },
      /^Nothing defines field "titel"\.$/,
    ],
    [
      "what ships",
      "north.yaml",
      "title-|length",
      "x-y",
      { "north.yaml": northRules.replace("company/pcco@1", "spectrum/pcco@1.1.0") },
      /^"title-length" is defined in spectrum\/pcco@1\.1\.0, which ships with the product and does not change\.$/,
    ],
    [
      "what is published",
      "north.yaml",
      "title-|length",
      "x-y",
      { "lock.yaml": `company.yaml: ${"0".repeat(64)}\n` },
      /^company\.yaml is a published version, which must not change\. Save it as a new file with a higher version, and rename there\.$/,
    ],
    [
      "what a published version uses",
      "company.yaml",
      "  title-|length:",
      "x-y",
      { "lock.yaml": `north.yaml: ${"0".repeat(64)}\n` },
      /^north\.yaml is a published version/,
    ],
    [
      "while the file can't be read",
      "company.yaml",
      "  title-|length:",
      "x-y",
      { "company.yaml": `${companyRules}half` },
      /^company\.yaml can't be read whole just now/,
    ],
    [
      "while another that may use it can't be read",
      "company.yaml",
      "  title-|length:",
      "x-y",
      { "north.yaml": `${northRules}half` },
      /^north\.yaml can't be read whole just now, and may use "title-length"/,
    ],
    [
      "what a field reads by its path",
      "company.yaml",
      "input: { w|hy",
      "reason",
      {
        "company.yaml": companyRules.replace(
          "rules:",
          "  why: { label: Why, in: input, path: why, type: text }\nrules:",
        ),
      },
      /^The field "why" reads this value by its path/,
    ],
  ])("%s", async (_what, file, around, newName, others, reason) => {
    const found = await rename(file, around, newName, others);
    expect("refusal" in found && found.refusal).toMatch(reason);
  });
});

test("the place of the name is told before a new one is asked for", async () => {
  const project = await projectOf({ "company.yaml": at(companyRules, "feature: night|_work") });
  const found = prepareRuleRename(project.rule("company.yaml"), project.cursor, project, project.textOf);
  expect("range" in found && wordAt(companyRules, found.range)).toBe("night_work");
});
