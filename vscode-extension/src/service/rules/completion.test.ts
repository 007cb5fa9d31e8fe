import { describe, expect, test } from "vitest";
import type { CompletionItem } from "vscode-languageserver-types";
import { ruleCompletion } from "./completion.ts";
import { accepted, at, companyRules, northRules, projectOf } from "./testing.ts";

/** What is offered at the mark of a text that stands for the company's rule file, or one that extends it. */
async function offered(marked: string, snippets = false): Promise<readonly CompletionItem[]> {
  const isOverlay = marked.includes("extends:");
  const whole = { "company.yaml": companyRules, "north.yaml": northRules };
  const before = await projectOf(whole);
  const project = await projectOf({ ...whole, [isOverlay ? "north.yaml" : "company.yaml"]: marked }, before);
  const rule = project.rule(isOverlay ? "north.yaml" : "company.yaml");
  return ruleCompletion(rule, project.cursor, project, { snippets }).items;
}

async function labels(marked: string): Promise<readonly string[]> {
  return (await offered(marked)).map(({ label }) => label);
}

/** The company's rule file with some lines more, or others, and the mark in them. */
function inCompany(lines: string, before = "  sum-of-lines:\n"): string {
  return companyRules.replace(before, `${lines}\n${before}`);
}

/** The text after what is labelled so is accepted, from the line of the mark on; only as many lines as are changed. */
async function accept(marked: string, label: string, snippets = false): Promise<string> {
  const item = (await offered(marked, snippets)).find((each) => each.label === label);
  if (item === undefined) throw new RangeError(`${label} is not offered`);
  return accepted(marked, item);
}

describe("keys", () => {
  test("of the file, those that are needed first", async () => {
    const found = await labels("format: 1\n‸\n");
    expect(found.slice(0, 3)).toEqual(["ruleSet", "version", "effective"]);
    expect(found).toContain("lifecycle");
    expect(found).not.toContain("format");
  });

  test.each([
    ["on a fresh line", "  new-rule:\n    ‸"],
    ["of which a letter is there", "  new-rule:\n    s‸"],
    ["between others", "  new-rule:\n    title: x\n    ‸\n    message: y"],
    ["in brackets", "  new-rule: { ‸ }"],
    ["in brackets that are not closed", "  new-rule: { title: x, ‸"],
  ])("of a rule, %s", async (_where, lines) => {
    const found = await labels(inCompany(lines));
    expect(found.slice(0, 3)).toEqual(["severity", "stage", "source"]);
    expect(found).toEqual(expect.arrayContaining(["field", "when", "required", "maxLength", "rationale"]));
    expect(found).not.toContain("because");
  });

  test("of a rule: only check keywords that fit its field, and only while it has none", async () => {
    const found = await labels(inCompany("  new-rule:\n    field: total\n    ‸"));
    expect(found).toEqual(expect.arrayContaining(["sumEquals", "minimum", "required"]));
    expect(found).not.toContain("maxLength");
    expect(found).not.toContain("is");
    expect(found).not.toContain("feature");
    const done = await labels(inCompany("  new-rule:\n    field: total\n    required: true\n    ‸"));
    expect(done).toContain("severity");
    expect(done).not.toContain("sumEquals");
  });

  test("of a rule about a toggle: `is`", async () => {
    const found = await labels(inCompany("  new-rule:\n    feature: night_work\n    ‸"));
    expect(found).toContain("is");
    expect(found).not.toContain("required");
  });

  test.each([
    ["of a rule", "  new-rule:\n    when:\n      ‸"],
    ["in brackets", "  new-rule:\n    when: { ‸ }"],
    ["inside of another", "  new-rule:\n    when:\n      all:\n        - { feature: night_work, is: on }\n        - ‸"],
    ["turned round", "  new-rule:\n    when: { not: { ‸ } }"],
  ])("of a condition, %s", async (_where, lines) => {
    const found = await labels(inCompany(lines));
    expect(found).toEqual(expect.arrayContaining(["all", "any", "not", "feature", "field"]));
    expect(found).not.toContain("severity");
  });

  test("of what changes a rule: its own keyword alone, and why", async () => {
    const found = await labels(`${northRules.replace("overrides:\n", "overrides:\n  sum-of-lines:\n    ‸\n")}`);
    expect(found[0]).toBe("because");
    expect(found).toContain("sumEquals");
    expect(found).not.toContain("maxLength");
  });

  test("that are names: rules to change, toggles to set, fields to write", async () => {
    expect(await labels(northRules.replace("overrides:\n", "overrides:\n  ‸\n"))).toEqual(["sum-of-lines"]);
    expect(await labels(northRules.replace("{ night_work: on }", "{ ‸ }"))).toContain("night_work");
    const fields = await labels(companyRules.replace("set: { title: { input: why } }", "set: { ‸ }"));
    expect(fields).toEqual(["title", "number", "total"]);
  });

  test("tell what they mean", async () => {
    const items = await offered(inCompany("  new-rule:\n    ‸"));
    const of = (label: string) => items.find((item) => item.label === label)?.documentation;
    expect(of("maxLength")).toMatchObject({ value: expect.stringContaining("At most this many characters") });
    expect(of("stage")).toMatchObject({ value: expect.stringContaining("When a rule is asked") });
  });
});

describe("values", () => {
  test.each<[string, string, readonly string[]]>([
    ["severities", "  new-rule:\n    severity: ‸", ["error", "warning", "info", "off"]],
    ["severities, half typed", "  new-rule:\n    severity: wa‸", ["error", "warning", "info", "off"]],
    ["stages, in brackets", "  new-rule: { stage: ‸ }", ["save", "send", "export"]],
    ["toggle positions", "  new-rule:\n    feature: night_work\n    is: ‸", ["on", "off"]],
    ["true", "  new-rule:\n    required: ‸", ["true"]],
    ["sources", "  new-rule:\n    source: ‸", ["handbook"]],
    ["toggles", "  new-rule:\n    feature: ‸", ["night_work"]],
    ["fields", "  new-rule:\n    field: ‸", ["title", "number", "total", "lineAmount", "isAdmin"]],
    ["fields that fit the keyword", "  new-rule:\n    maxLength: 4\n    field: ‸", ["title", "number", "isAdmin"]],
    [
      "fields of a list that are not in it yet",
      "  new-rule:\n    fields: [title, ‸]",
      ["number", "total", "lineAmount", "isAdmin"],
    ],
    [
      "fields of a list in lines",
      "  new-rule:\n    fields:\n      - ‸",
      ["title", "number", "total", "lineAmount", "isAdmin"],
    ],
    [
      "fields of a condition",
      "  new-rule:\n    when: { field: ‸",
      ["title", "number", "total", "lineAmount", "isAdmin"],
    ],
    ["amounts", "  new-rule:\n    field: total\n    sumEquals: [‸]", ["total", "lineAmount"]],
    ["fields on lines", "  new-rule:\n    field: title\n    refersTo: ‸", ["lineAmount"]],
    [
      "fields of the same type",
      "  new-rule:\n    field: title\n    equals: { field: ‸ }",
      ["title", "number", "isAdmin"],
    ],
    ["basis", "  new-rule:\n    basis: ‸", ["documented", "inferred"]],
  ])("%s", async (_what, lines, expected) => {
    expect(await labels(inCompany(lines))).toEqual(expected);
  });

  test.each<[string, string, readonly string[]]>([
    ["ERP statuses to begin from", "from: [|fresh]", ["fresh", "sent"]],
    ["the ERP status it leads to", "to: |sent", ["fresh", "sent"]],
    ["events", "after: |send", ["send", "take-back"]],
    ["roles", "role: |admin,", ["admin"]],
    ["what is entered", "input: |why", ["why"]],
    ["stages to check", "checks: [save, |send]", ["send", "export"]],
    ["icons", "icon: |blue", ["none", "blue", "green", "yellow"]],
    ["true and false", "locked: |true", ["true", "false"]],
    [
      "types",
      "title: { label: Title, path: title, type: |text",
      ["text", "id", "money", "date", "dateTime", "boolean", "integer", "choice", "list"],
    ],
    ["where a field stands", "in: |context", ["document", "context", "input"]],
  ])("%s", async (_what, around, expected) => {
    expect(await labels(at(companyRules, around))).toEqual(expected);
  });

  test("choices of a field", async () => {
    const status =
      "  status: { label: Status, path: status, type: choice, choices: { draft: Draft, approved: Approved } }\nrules:\n";
    const rules = companyRules.replace("rules:\n", status);
    const of = (line: string) =>
      labels(rules.replace("  sum-of", `  new-rule:\n    field: status\n    ${line}\n  sum-of`));
    expect(await of("equals: ‸")).toEqual(["draft", "approved"]);
    expect(await of("oneOf: [draft, ‸]")).toEqual(["approved"]);
    expect(await of("when: { field: status, equals: ‸ }")).toEqual(["draft", "approved"]);
  });

  test("places in a PCCO, in a context, and in the lists of one", async () => {
    const path = await labels(at(companyRules, "number: { label: Number, path: |number"));
    expect(path).toEqual(
      expect.arrayContaining([
        "number",
        "line_items[].prime_line_item_id",
        "line_items[].cost_code.origin_id",
        "erp.origin_id",
        "line_items",
      ]),
    );
    expect(path).not.toContain("$rules");
    const context = await labels(at(companyRules, "in: context, path: |actor.prime"));
    expect(context).toEqual(
      expect.arrayContaining(["prime_contract.line_items[].origin_code", "actor.prime_contracts"]),
    );
    const otherwise = companyRules.replace(
      "otherwise: { field: title }",
      "otherwise: { from: prime_contract.line_items, take: ‸ }",
    );
    expect(await labels(otherwise)).toEqual(["id", "description", "origin_code"]);
  });

  test("rule sets to extend, but not itself", async () => {
    const found = await labels(northRules.replace("company/pcco@1", "‸"));
    expect(found).toEqual(expect.arrayContaining(["spectrum/pcco@1.1.0", "spectrum/pcco@1.0.0", "company/pcco@1.0.0"]));
    expect(found.join()).not.toContain("company/north");
  });

  test("tell what people call them, and are found by it", async () => {
    const items = await offered(inCompany("  new-rule:\n    field: ‸"));
    expect(items.find(({ label }) => label === "total")).toMatchObject({
      detail: "Total",
      filterText: "total Total",
      documentation: { value: "`grand_total`, money" },
    });
  });

  test.each([
    "  new-rule:\n    title: ‸",
    "  new-rule:\n    maxLength: ‸",
    "  # a comm‸ent",
    "  new-rule:\n    pattern: '[‸",
  ])("none for %j", async (lines) => {
    expect(await labels(inCompany(lines))).toEqual([]);
  });
});

describe("words of messages", () => {
  test.each([
    ["begun", 'message: "{‸"'],
    ["half typed", 'message: "{label} has {le‸"'],
    ["in the middle", 'message: "{label} has {‸} characters"'],
    ["without quotes", "message: It has {‸"],
  ])("%s", async (_how, line) => {
    const text = inCompany(`  new-rule:\n    field: title\n    maxLength: 4\n    ${line}`);
    expect(await labels(text)).toEqual(["{label}", "{value}", "{length}", "{maxLength}"]);
  });

  test("of lines and toggles", async () => {
    const rule =
      "  new-rule:\n    field: lineAmount\n    when: { feature: night_work, is: on }\n    required: true\n    message: '{‸";
    expect(await labels(inCompany(rule))).toEqual(["{label}", "{value}", "{line}", "{feature}", "{switchedOnBy}"]);
  });

  test("replace what is typed of them, the closing brace too", async () => {
    const text = inCompany('  new-rule:\n    field: title\n    maxLength: 4\n    message: "{label} has {le‸ng} signs"');
    expect(await accept(text, "{length}")).toBe('    message: "{label} has {length} signs"');
  });

  test("are not offered outside of braces", async () => {
    expect(await labels(inCompany('  new-rule:\n    field: title\n    message: "{label} ‸"'))).toEqual([]);
  });
});

describe("what is accepted", () => {
  test.each<[string, string, string, string]>([
    ["a key", "  new-rule:\n    sev‸", "severity", "    severity: "],
    ["a key of which the colon is there", "  new-rule:\n    sev‸: error", "severity", "    severity: error"],
    ["a key with only one value", "  new-rule:\n    req‸", "required", "    required: true"],
    ["a key of a group", "  new-rule:\n    wh‸", "when", "    when:\n      "],
    ["a key of a group, in brackets", "  new-rule: { wh‸ }", "when", "  new-rule: { when:  }"],
    ["a value behind the colon", "  new-rule:\n    severity:‸", "error", "    severity: error"],
    ["a value in quotes", "  new-rule:\n    severity: 'e‸'", "error", "    severity: 'error'"],
    ["a toggle position", "  new-rule:\n    is: ‸", "off", "    is: off"],
    ["a place with brackets", "  new-rule:\n    fields:\n      -‸", "title", "      - title"],
  ])("%s", async (_what, lines, label, expected) => {
    expect(await accept(inCompany(lines), label)).toBe(expected);
  });

  test("a path in brackets gets the quotes it needs", async () => {
    const text = companyRules.replace("path: grand_total", "path: ‸");
    expect(await accept(text, "line_items[].amount")).toBe(
      '  total: { label: Total, path: "line_items[].amount", type: money }',
    );
  });

  test("with snippets: places to fill in, and choices", async () => {
    expect(await accept(inCompany("  new-rule:\n    sev‸"), "severity", true)).toBe(
      `    severity: \${1|error,warning,info,off|}`,
    );
    expect(await accept(inCompany("  new-rule:\n    mess‸"), "message", true)).toBe('    message: "$1"');
    expect(await accept(inCompany("  new-rule:\n    sumE‸"), "sumEquals", true)).toBe("    sumEquals: [$1]");
  });

  test("a whole rule, with snippets", async () => {
    expect(await accept(inCompany("  ‸"), "new rule", true)).toBe(
      [
        `  \${1:rule-id}:`,
        `    title: \${2:What holds when the rule is kept}`,
        `    field: \${3|title,number,total,lineAmount,isAdmin|}`,
        `    \${4:required: true}`,
        `    severity: \${5|error,warning,info,off|}`,
        `    stage: \${6|save,send,export|}`,
        `    source: \${7|handbook|}`,
      ].join("\n"),
    );
    expect(await labels(inCompany("  ‸"))).toEqual([]);
  });

  test("a change of a rule, with snippets", async () => {
    const text = northRules.replace("overrides:\n", "overrides:\n  ‸\n");
    expect(await accept(text, "change a rule", true)).toBe(
      `  \${1|title-length,sum-of-lines|}:\n    severity: \${2|error,warning,info,off|}\n    because: \${3:Why it differs here}`,
    );
  });
});

test.each(["", "‸", "]]]‸", ": ‸ : :", "rules:\n  - ‸\n", "a: &a [*a, ‸]", "rules: [‸", "‸\tx", "\u{1f600}: ‸"])(
  "%j is no reason to fail",
  async (text) => {
    const project = await projectOf({ "company.yaml": text });
    expect(Array.isArray(ruleCompletion(project.rule("company.yaml"), project.cursor, project).items)).toBe(true);
  },
);
