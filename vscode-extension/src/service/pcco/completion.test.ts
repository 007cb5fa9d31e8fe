import { describe, expect, test } from "vitest";
import { accept, complete, labels } from "./testing-completion.ts";

describe("keys", () => {
  test.each([
    ["yaml", "number: '1'\nsta¦\n"],
    ["yaml", "¦\nnumber: '1'\n"],
    ["yaml", "number: '1'\n¦"],
    ["yaml", "{ number: '1', ¦ }"],
    ["json", '{ "number": "1", "sta¦" }'],
    ["json", '{ "number": "1", ¦ }'],
    ["json", '{ "number": "1",\n  ¦\n}'],
    ["json", '{ ¦\n  "number": "1"\n}'],
    ["ndjson", '{ "number": "1", ¦ }\n{ "id": 1 }'],
  ] as const)("of the PCCO that are not there yet: %s %j", (format, text) => {
    const found = labels(text, format);
    expect(found).toContain("status");
    expect(found).toContain("line_items");
    expect(found).not.toContain("number");
    expect(found.indexOf("status")).toBeLessThan(found.indexOf("legacy_package_id"));
    expect(found.at(-1)).toBe("$expect");
  });

  test.each([
    ["yaml", "line_items:\n  - id: 1\n    ¦\n"],
    ["yaml", "line_items:\n  - ¦\n    id: 1\n"],
    ["yaml", "line_items:\n  - { id: 1, ¦ }\n"],
    ["yaml", "- line_items:\n    - id: 1\n      ¦\n- id: 2\n"],
    ["json", '{ "line_items": [{ "id": 1, ¦ }] }'],
    ["json", '{ "data": { "status": "draft", "line_items": [{ "id": 1, "¦ }] } }'],
    ["json", '[{ "id": 1 },\n { "line_items": [{ "id": 1, ¦ }] }]'],
  ] as const)("of a line: %s %j", (format, text) => {
    const found = labels(text, format);
    expect(found).toContain("prime_line_item_id");
    expect(found).toContain("billing_item_code");
    expect(found).not.toContain("grand_total");
    expect(found).not.toContain("id");
  });

  test("a list that is still empty begins with a dash", () => {
    expect(accept("line_items:\n  ¦\n", "amount", "yaml")).toBe("line_items:\n  - amount: \n");
    expect(accept("line_items:\n  - id: 1\n  ¦\n", "amount", "yaml")).toBe("line_items:\n  - id: 1\n  - amount: \n");
    expect(accept("line_items:\n  -¦\n", "amount", "yaml")).toBe("line_items:\n  - amount: \n");
  });

  test("are told with what people call them, what they mean, and the rules about them", () => {
    for (const [format, text] of [
      ["yaml", "line_items:\n  - prime¦\n"],
      ["json", '{ "line_items": [{ "prime¦" }] }'],
    ] as const) {
      const item = complete(text, format).find(({ label }) => label === "prime_line_item_id");
      expect(item).toMatchObject({ detail: "Associated Line Item" });
      expect(item?.filterText).toContain("Associated Line Item");
      expect(item?.documentation).toMatchObject({
        value: expect.stringContaining("the prime contract line this line belongs to"),
      });
      expect(item?.documentation).toMatchObject({
        value: expect.stringContaining("- The Associated Line Item is a line of this prime contract"),
      });
    }
  });

  test("are written with the signs of the format", () => {
    expect(accept("sta¦\n", "status", "yaml")).toBe("status: \n");
    expect(accept("sta¦: draft\n", "status", "yaml")).toBe("status: draft\n");
    expect(accept('"sta¦\n', "status", "yaml")).toBe('"status": \n');
    expect(accept('{ "sta¦" }', "status", "json")).toBe('{ "status":  }');
    expect(accept("{ sta¦ }", "status", "json")).toBe('{ "status":  }');
    expect(accept('{ "sta¦": "draft" }', "status", "json")).toBe('{ "status": "draft" }');
    expect(accept("er¦\n", "erp", "yaml")).toBe("erp:\n  \n");
    expect(accept("line¦\n", "line_items", "yaml")).toBe("line_items:\n  - \n");
  });

  test("bring places to fill in, where the editor knows snippets", () => {
    expect(accept("exe¦\n", "executed", "yaml", true)).toBe(`executed: \${1|true,false|}\n`);
    expect(accept("line_items:\n  - amo¦\n", "amount", "yaml", true)).toBe('line_items:\n  - amount: "$1"\n');
    expect(accept("tit¦\n", "title", "yaml", true)).toBe("title: $1\n");
    expect(accept('{ "tit¦" }', "title", "json", true)).toBe('{ "title": "$1" }');
    expect(accept('{ "i¦" }', "id", "json", true)).toBe('{ "id": $1 }');
    expect(accept('{ "erp¦"\n "id": 1 }', "erp", "json", true)).toBe('{ "erp": { $1 },\n "id": 1 }');
    expect(accept("¦\n", "$expect", "yaml", true)).toBe("\\$expect: [$1]\n");
    expect(accept('{ "sta¦" }', "status", "json", true)).toContain(`"status": \${1|"draft","pending",`);
  });

  test("bring the comma that is missing before them", () => {
    expect(accept('{\n  "id": 1\n  "exe¦"\n}', "executed", "json", true)).toBe(
      `{\n  "id": 1,\n  "executed": \${1|true,false|}\n}`,
    );
  });
});
