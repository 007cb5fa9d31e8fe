import { describe, expect, test } from "vitest";
import { at, companyRules, northRules } from "./testing.ts";
import { accept, inCompany, labels, offered } from "./testing-completion.ts";

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
