import { describe, expect, test } from "vitest";
import { readRuleFile } from "./read-rule-file.ts";
import { RuleSetError } from "./rule-file.ts";
import { sha256Of } from "./sha256.ts";
import { dictionary, expectFaults, faultsOf, head } from "./testing.ts";

const shape = "a rule file is a group of keys such as `format`, `ruleSet` and `rules`";

describe("a text that is no rule file is refused in words about rule files", () => {
  test.each([
    ["empty", "»", `this file is empty; ${shape}`],
    ["only comments", "»# nothing yet\n\n", `this file is empty; ${shape}`],
    ["a list of groups", "# rules\n- »format: 1\n- format: 1\n", `${shape}; this file is a list`],
    ["a list of one group", "- »format: 1\n", `${shape}; this file is a list`],
    ["a list in brackets", "--- [»{ format: 1 }]", `${shape}; this file is a list`],
    ["an empty list", "»[]", `${shape}; this file holds only an empty list`],
    ["a list of texts", "- »a", `${shape}; item 1 of the list in this file is the text "a"`],
    ["a text", "»hello", `${shape}; this file holds only the text "hello"`],
    ["a number", "»42", `${shape}; this file holds only the number 42`],
    ["nothing at all", "»null", `${shape}; this file holds only the value \`null\``],
    [
      "two documents",
      `${head}---\n»format: 1\n`,
      "a second document begins here; write each rule set into a file of its own",
    ],
    ["tabs", `${head}rules:\n»\ta-rule: 1\n`, "a tab is used to indent this line; YAML takes only spaces there"],
    ["an open bracket", `${head}rules: »{`, "this `{` is never closed; a `}` is missing"],
  ])("%s", (_name, file, message) => expectFaults(file, [message]));

  test("an alias bomb", async () => {
    const levels = "abcdefgh"
      .split("")
      .map((name, index, all) => `${name}: &${name} [${Array(10).fill(index === 0 ? "x" : `*${all[index - 1]}`)}]`);
    const [fault, ...others] = await faultsOf(levels.join("\n"));
    expect(fault).toMatch(/^[67]:[0-9]+ this is too large, too deeply nested or too repetitive for a rule file$/);
    expect(others).toEqual([]);
  });

  test("a list, and an empty file, in JSON", async () => {
    expect(await faultsOf('[{ "format": 1 }]', "rules.json")).toEqual([`1:2 ${shape}; this file is a list`]);
    expect(await faultsOf(" ", "rules.json")).toEqual([`1:1 this file is empty; ${shape}`]);
  });

  test("brackets and hyphens in comments before the first key are no list", async () => {
    expect(await faultsOf(`# [draft] - of today\n--- # - first\n${head}`)).toEqual([]);
  });
});

test("two rules of one id are a key given twice", () => {
  const rule = "{ field: title, required: true, severity: error, stage: send, source: page }";
  return expectFaults(`${dictionary}rules:\n  a-rule: ${rule}\n  »a-rule: ${rule}\n`, [
    `the key \`a-rule\` is given twice: first on line 21 and again here, where the value replaces the first one; remove one of the two`,
  ]);
});

describe("a day of force exists, and the last is not before the first", () => {
  test.each([
    ["{ »from: 2025-02-30 }", "2025-02-30 is not a day that exists"],
    ["{ from: 2025-02-28, »until: 2025-13-01 }", "2025-13-01 is not a day that exists"],
    ["{ from: 2025-02-02, »until: 2025-02-01 }", "the last day, 2025-02-01, is before the first, 2025-02-02"],
    ["{ »from: 2/1/2025 }", '"from" is "2/1/2025"; it must be written like 2020-04-09'],
  ])("%s", (effective, message) => expectFaults(head.replace("{ from: 2025-01-01 }", effective), [message]));

  test("a last day that is also the first is one", async () => {
    expect(await faultsOf(head.replace("2025-01-01", "2025-01-01, until: 2025-01-01"))).toEqual([]);
  });
});

test("a rule file in JSON is read like one in YAML", async () => {
  const json =
    '{ "format": 1, "ruleSet": "acme/pcco", "version": "1.0.0",\n  "effective": { "from": "2025-01-01" }, "rulez": {} }';
  expect(await faultsOf(json, "rules.JSON")).toEqual(['2:42 unknown key "rulez". Did you mean "rules"?']);
});

test("the error names the file, and each problem its place", async () => {
  const error = await readRuleFile(`${head}rulez: {}\n`, "acme/1.0.0.yaml").catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(RuleSetError);
  expect(error).toMatchObject({
    message:
      'acme/1.0.0.yaml is not a rule file yet:\n  acme/1.0.0.yaml:5:1 unknown key "rulez". Did you mean "rules"?',
    problems: [
      {
        file: "acme/1.0.0.yaml",
        path: "/rulez",
        range: { start: { line: 4, character: 0 }, end: { line: 4, character: 5 } },
      },
    ],
  });
});

describe("the hash of a rule file", () => {
  test("is the SHA-256 of its text", async () => {
    expect(await sha256Of("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  test("is the same whichever line ends a checkout has, and another for any other change", async () => {
    const unix = await readRuleFile(head, "a.yaml");
    expect((await readRuleFile(head.replaceAll("\n", "\r\n"), "a.yaml")).sha256).toBe(unix.sha256);
    expect((await readRuleFile(`${head}# a note\n`, "a.yaml")).sha256).not.toBe(unix.sha256);
  });
});

test("every entry of a rule file can be found in its text", async () => {
  const source = await readRuleFile(
    `${dictionary}rules:\n  a-rule: { field: title, required: true, severity: error, stage: send, source: page }\n`,
    "a.yaml",
  );
  expect(source.rangeOf("/rules/a-rule")).toEqual({
    start: { line: 20, character: 2 },
    end: { line: 20, character: 8 },
  });
  expect(source.rangeOf("/rules/a-rule/message")).toEqual(source.rangeOf("/rules/a-rule"));
});

test.each([
  ["syntax", "rules: {"],
  ["syntax", "- format: 1"],
  ["syntax", `${head}---\nformat: 1\n`],
  ["shape", `${head}rule: {}\n`],
  ["shape", head.replace("2025-01-01", "2025-02-30")],
])("the error tells whether it is one of %s: %s", async (kind, text) => {
  await expect(readRuleFile(text, "rules.yaml")).rejects.toMatchObject({ name: "RuleSetError", kind });
});

test("an error of neither has no kind", () => {
  expect(new RuleSetError("two versions").kind).toBeUndefined();
});
