import { describe, expect, test } from "vitest";
import { TextDocumentEdit, TextEdit } from "vscode-languageserver-types";
import { ruleCodeActions, ruleTestCodeActions } from "./code-actions.ts";
import { ruleDiagnostics } from "./diagnostics.ts";
import { companyRules, companyTests, northRules, projectOf } from "./testing.ts";

const everywhere = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

/** What each action makes of the line that it changes, by title. */
function done(actions: ReturnType<typeof ruleCodeActions>, text: string): Readonly<Record<string, string>> {
  const told: Record<string, string> = {};
  for (const { title, edit } of actions) {
    const lines = text.split("\n");
    const changed: number[] = [];
    for (const change of edit?.documentChanges ?? []) {
      if (!TextDocumentEdit.is(change)) throw new Error("only texts are edited");
      for (const each of change.edits.toReversed()) {
        if (!TextEdit.is(each)) throw new Error("only plain texts are written");
        const { range, newText } = each;
        const line = lines[range.start.line] ?? "";
        lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
        changed.push(range.start.line);
      }
    }
    told[title] = changed.map((line) => lines[line]?.trim()).join(" | ");
  }
  return told;
}

async function mended(text: string, others: Readonly<Record<string, string>> = {}) {
  const project = await projectOf({ ...others, "a.yaml": text });
  const rule = project.rule("a.yaml");
  return done(ruleCodeActions(rule, { range: everywhere, diagnostics: ruleDiagnostics(rule) }, project), text);
}

describe("the word that was probably meant", () => {
  test.each([
    ["a key", "maxLength: 9", "maxLenght: 9", 'Change "maxLenght" to "maxLength"', "maxLength: 9"],
    ["a field", "    field: title\n", "    field: titel\n", 'Change "titel" to "title"', "field: title"],
    ["a field in quotes", "    field: title\n", "    field: 'titel'\n", 'Change "titel" to "title"', "field: 'title'"],
    [
      "a field in a list",
      "sumEquals: [lineAmount]",
      "sumEquals: [lineAmout]",
      'Change "lineAmout" to "lineAmount"',
      "sumEquals: [lineAmount]",
    ],
    [
      "a toggle",
      "feature: night_work",
      "feature: nightwork",
      'Change "nightwork" to "night_work"',
      "when: { all: [{ feature: night_work, is: off }, { field: number, required: true }] }",
    ],
    [
      "a toggle position",
      "is: off",
      "is: no",
      'Change "no" to "off"',
      "when: { all: [{ feature: night_work, is: off }, { field: number, required: true }] }",
    ],
    ["a role", "role: [admin]", "role: [admn]", 'Change "admn" to "admin"', "role: [admin]"],
    ["an ERP status", "to: fresh", "to: frehs", 'Change "frehs" to "fresh"', "to: fresh"],
    ["an event", "after: send", "after: sned", 'Change "sned" to "send"', "from: [{ state: sent, after: send }]"],
    [
      "a field that is written",
      "set: { title",
      "set: { titel",
      'Change "titel" to "title"',
      "set: { title: { input: why } }",
    ],
    ["a word of a few", "stage: save", "stage: saved", 'Change "saved" to "save"', "stage: save"],
    [
      "the word of a message",
      "{maxLength} fit",
      "{maxLenght} fit",
      'Change "maxLenght" to "maxLength"',
      'message: "{label} has {length} characters; {maxLength} fit."',
    ],
    [
      "a step of a path",
      "path: grand_total",
      "path: grand_totl",
      'Change "grand_totl" to "grand_total"',
      "total: { label: Total, path: grand_total, type: money }",
    ],
  ])("%s", async (_what, right, wrong, title, line) => {
    expect(await mended(companyRules.replace(right, wrong))).toEqual({ [title]: line });
  });

  test("a rule that is changed, and the rule set that is extended", async () => {
    const others = { "company.yaml": companyRules };
    expect(await mended(northRules.replace("title-length", "titel-length"), others)).toEqual({
      'Change "titel-length" to "title-length"': "title-length: { maxLength: 20, because: We write more. }",
    });
    expect(await mended(northRules.replace("company/pcco@1", "compny/pcco@1"), others)).toEqual({
      'Change "compny/pcco" to "company/pcco"': "extends: company/pcco@1",
    });
  });
});

test("quotes that are missing", async () => {
  const text = companyRules.replace("title: The Title is short", "title: 2026");
  expect(await mended(text)).toEqual({ "Write 2026 in quotes": 'title: "2026"' });
});

describe("a key that is missing is added in the layout of the file", () => {
  test("in lines", async () => {
    const text = companyRules.replace("    severity: error\n", "");
    const project = await projectOf({ "a.yaml": text });
    const [action] = ruleCodeActions(project.rule("a.yaml"), { range: everywhere, diagnostics: [] }, project);
    expect(action?.title).toBe('Add "severity: error"');
    const [change] = action?.edit?.documentChanges ?? [];
    expect(TextDocumentEdit.is(change) && change.edits).toEqual([
      expect.objectContaining({ newText: expect.stringMatching(/^\s*severity: error\n?$|^\n\s+severity: error$/) }),
    ]);
  });

  test("in brackets, and with the first source there is", async () => {
    const text = northRules.replace(", source: handbook", "");
    expect(await mended(text, { "company.yaml": companyRules })).toEqual({
      'Add "source: handbook"':
        "number-needed: { field: number, required: true, severity: error, stage: save, source: handbook }",
    });
  });
});

describe("an action", () => {
  const text = companyRules.replace("maxLength: 9", "maxLenght: 9");

  test("carries the version it was made for, and the finding it mends", async () => {
    const project = await projectOf({ "a.yaml": text });
    const rule = project.rule("a.yaml");
    const diagnostics = ruleDiagnostics(rule);
    const [action, ...more] = ruleCodeActions(rule, { range: everywhere, diagnostics }, project);
    expect(more).toEqual([]);
    expect(action).toMatchObject({ kind: "quickfix", isPreferred: true, diagnostics });
    expect(action?.edit?.documentChanges?.[0]).toMatchObject({ textDocument: { uri: rule.uri, version: 3 } });
  });

  test.each([
    [
      "on another line",
      { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, diagnostics: [] },
    ],
    ["when other kinds are wanted", { range: everywhere, diagnostics: [], only: ["source.fixAll"] }],
  ])("is not offered %s", async (_when, request) => {
    const project = await projectOf({ "a.yaml": text });
    expect(ruleCodeActions(project.rule("a.yaml"), request, project)).toEqual([]);
  });

  test("is not offered while the text can't be read", async () => {
    const project = await projectOf({ "a.yaml": `${text}half` });
    expect(ruleCodeActions(project.rule("a.yaml"), { range: everywhere, diagnostics: [] }, project)).toEqual([]);
  });
});

test("rule tests are mended, too", async () => {
  const text = companyTests
    .replace("broken: [title-length]", "broken: [titel-length]")
    .replace("event: send", "event: sned");
  const project = await projectOf({ "company.yaml": companyRules, "t.test.yaml": text });
  const actions = ruleTestCodeActions(project.ruleTest("t.test.yaml"), { range: everywhere, diagnostics: [] }, project);
  expect(done(actions, text)).toEqual({
    'Change "titel-length" to "title-length"': "broken: [title-length]",
    'Change "sned" to "send"': "event: send",
  });
});
