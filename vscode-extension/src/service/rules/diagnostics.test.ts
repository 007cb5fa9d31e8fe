import { describe, expect, test } from "vitest";
import type { Diagnostic } from "vscode-languageserver-types";
import { ruleDiagnostics, ruleTestDiagnostics } from "./diagnostics.ts";
import { projectOf } from "./testing.ts";

const start = `format: 1
ruleSet: company/pcco
version: 1.0.0
effective: { from: 2026-11-01 }
extends: spectrum/pcco@1.1.0
`;

/** Each finding with the characters it stands on. */
function shown(diagnostics: readonly Diagnostic[], text: string): readonly string[] {
  const lines = text.split("\n");
  return diagnostics.map(({ range, code, message, severity, source }) => {
    expect({ severity, source }).toEqual({ severity: 1, source: "erp-export-rules" });
    const word = lines[range.start.line]?.slice(range.start.character, range.end.character);
    return `${code} [${word}] ${message}`;
  });
}

async function inRules(rest: string): Promise<readonly string[]> {
  const text = start + rest;
  const { rule } = await projectOf({ "company.yaml": text });
  return shown(ruleDiagnostics(rule("company.yaml")), text);
}

test("a file without faults has no findings", async () => {
  expect(await inRules("features: { export_prime_contract_change_orders: on }\n")).toEqual([]);
});

describe("a fault is shown", () => {
  const rule =
    "rules:\n  our-rule:\n    field: title\n    maxLength: 9\n    severity: error\n    stage: save\n    source: rest\n";

  test.each([
    [
      "on a key that is not known",
      rule.replace("maxLength", "maxLenght"),
      'rules/shape [maxLenght] Unknown key "maxLenght". Did you mean "maxLength"?',
    ],
    [
      "on a word of the wrong kind",
      rule.replace(": 9", ": nine"),
      'rules/shape [nine] "maxLength" must be a whole number; found "nine"',
    ],
    [
      "on a word that is none of a few",
      rule.replace("stage: save", "stage: saved"),
      'rules/shape [saved] "stage" is "saved"; it can be save, send or export. Did you mean "save"?',
    ],
    [
      "on the name of what misses a key",
      rule.replace("    stage: save\n", ""),
      'rules/shape [our-rule] "our-rule" needs "stage"',
    ],
    [
      "on a name that can't be one",
      rule.replace("our-rule", "ourRule"),
      'rules/shape [ourRule] "ourRule" can\'t be a name here; names are small letters, digits and hyphens, such as date-required',
    ],
    [
      "on a field that is not known",
      rule.replace("field: title", "field: titel"),
      'rules/names [titel] Unknown field "titel". Did you mean "title"?',
    ],
    [
      "on a field in a list",
      rule.replace("field: title", "fields: [title, numbr]"),
      'rules/names [numbr] Unknown field "numbr". Did you mean "number"?',
    ],
    [
      "on a source that is not known",
      rule.replace("rest", "restt"),
      'rules/names [restt] Unknown source "restt". Did you mean "rest"?',
    ],
    [
      "on the word of a message",
      rule.replace("    stage", '    message: "{label} {lenght}"\n    stage'),
      'rules/names [{lenght}] The message mentions {lenght}, which is not known here. Did you mean "length"?',
    ],
    [
      "on a rule that is not there",
      "overrides:\n  titel-length: { maxLength: 9, because: so }\n",
      'rules/names [titel-length] Unknown rule "titel-length". Did you mean "title-length"?',
    ],
    [
      "on a keyword that does not fit",
      rule.replace("field: title", "field: date"),
      'rules/names [9] "maxLength" can\'t be asked of Date, which is of type dateTime; it is for text, choice and id',
    ],
    [
      "on a toggle",
      "features: { export_prime_contract_change_orders: yes }\n",
      'rules/shape [yes] "export_prime_contract_change_orders" is "yes"; it can be on or off. Did you mean "on"?',
    ],
    ["on a key that is there twice", "title: a\ntitle: b\n", "rules/syntax [title] "],
    ["where the text breaks off", 'title: "a\n', "rules/syntax "],
  ])("%s", async (_where, rest, expected) => {
    const [first] = await inRules(rest);
    expect(first?.slice(0, expected.length)).toBe(expected);
  });

  test("on the first line, when it has no place", async () => {
    const { rule } = await projectOf({ "company.yaml": start, "lock.yaml": "a: [" });
    const [first] = ruleDiagnostics(rule("company.yaml"));
    expect(first?.range).toEqual({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
  });

  test("on the version, when a published one was changed", async () => {
    const lock = `company.yaml: ${"0".repeat(64)}\n`;
    const { rule } = await projectOf({ "company.yaml": start, "lock.yaml": lock });
    const [first] = shown(ruleDiagnostics(rule("company.yaml")), start);
    expect(first).toMatch(
      /^rules\/published \[1\.0\.0\] Version 1\.0\.0 of company\/pcco is published and must not change\./,
    );
  });
});

describe("rule tests", () => {
  const text = `ruleSet: company/pcco@1.0.0
documents: { canopy: { title: Canopy } }
cases:
  - name: first
    document: canopy
    event: sned
    broken: [titel-length, our-rule]
    outcom: blocked
`;
  const rules = `${start}rules:\n  our-rule: { field: title, maxLength: 9, severity: error, stage: save, source: rest }\n`;

  test("are told keys and names that are not known, each at its place", async () => {
    const { ruleTest, ...project } = await projectOf({ "company.yaml": rules, "company.test.yaml": text });
    expect(shown(ruleTestDiagnostics(ruleTest("company.test.yaml"), project), text)).toEqual([
      'rules/shape [outcom] Unknown key "outcom". Did you mean "outcome"?',
    ]);
    const named = text.replace("    outcom: blocked\n", "");
    const next = await projectOf({ "company.yaml": rules, "company.test.yaml": named });
    expect(shown(ruleTestDiagnostics(next.ruleTest("company.test.yaml"), next), named)).toEqual([
      'rules/names [sned] Unknown event "sned". Did you mean "send"?',
      'rules/names [titel-length] Unknown rule "titel-length". Did you mean "title-length"?',
    ]);
  });

  test("know the rules of a file that has faults as they were last good", async () => {
    const files = {
      "company.test.yaml": text
        .replace("sned", "send")
        .replace("titel-length, ", "")
        .replace(/ +outcom.*\n/, ""),
    };
    const before = await projectOf({ ...files, "company.yaml": rules });
    const half = await projectOf({ ...files, "company.yaml": `${rules}ru` }, before);
    expect(ruleTestDiagnostics(half.ruleTest("company.test.yaml"), half)).toEqual([]);
  });

  test("are told when their rule set is not there", async () => {
    const only = text.replace("company/pcco", "compny/pcco");
    const project = await projectOf({ "company.yaml": rules, "t.test.yaml": only.replace(/ +outcom.*\n/, "") });
    expect(shown(ruleTestDiagnostics(project.ruleTest("t.test.yaml"), project), only)).toEqual([
      'rules/names [compny/pcco@1.0.0] There is no rule set "compny/pcco". Did you mean "company/pcco"?',
    ]);
  });
});
