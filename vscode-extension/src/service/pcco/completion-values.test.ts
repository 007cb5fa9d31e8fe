import { describe, expect, test } from "vitest";
import type { CompletionItem } from "vscode-languageserver-types";
import { unmark } from "../location/testing.ts";
import type { SurroundingsOf } from "../model.ts";
import { always, surroundings } from "../testing.ts";
import { accept, complete, labels, mark } from "./testing-completion.ts";

/** What the editor compares the filter text with: the text of the edit's range up to the cursor. */
function typed(text: string, { textEdit }: CompletionItem): string {
  const { text: unmarked, position } = unmark(text, mark);
  if (textEdit === undefined || !("range" in textEdit)) throw new RangeError("no edit");
  expect(textEdit.range.start.line).toBe(position.line);
  return (unmarked.split("\n")[position.line] ?? "").slice(textEdit.range.start.character, position.character);
}

describe("values", () => {
  const status = [
    ["yaml", "status: ¦\n"],
    ["yaml", "status:¦\n"],
    ["yaml", "status: 'dr¦'\n"],
    ["yaml", "status:\n  ¦\n"],
    ["yaml", "number: '1'\nstatus: dr¦\nerp: { status: not_in_erp }\n"],
    ["json", '{ "status": ¦ }'],
    ["json", '{ "status": "dr¦" }'],
    ["json", '{ "status": "dr¦\n}'],
    ["json", '{ "status": dr¦, "id": 1 }'],
  ] as const;

  test.each(status)("of the status, with their labels: %s %j", (format, text) => {
    const found = complete(text, format);
    expect(found).toHaveLength(12);
    expect(found.find(({ label }) => label === "pending")?.detail).toBe("Pending - In Review");
  });

  test.each(status)("are found by what is typed: %s %j", (format, text) => {
    const item = complete(text, format).find(({ label }) => label === "draft");
    if (item === undefined) throw new RangeError("no item");
    expect(item.filterText?.startsWith(typed(text, item).trim())).toBe(true);
  });

  test.each([
    ["yaml", "status: ¦\n", "status: draft\n"],
    ["yaml", "status:¦\n", "status: draft\n"],
    ["yaml", "status: app¦roved # sent\n", "status: draft # sent\n"],
    ["yaml", "status: 'app¦'\n", "status: 'draft'\n"],
    ["yaml", 'status: "app¦\n', 'status: "draft"\n'],
    ["json", '{ "status": ¦ }', '{ "status": "draft" }'],
    ["json", '{ "status": "app¦roved" }', '{ "status": "draft" }'],
    ["json", '{ "status": app¦ }', '{ "status": "draft" }'],
    ["json", '{ "status": ¦\n  "id": 1 }', '{ "status": "draft",\n  "id": 1 }'],
  ] as const)("replace just the word: %s %j", (format, text, expected) => {
    expect(accept(text, "draft", format)).toBe(expected);
  });

  test.each([
    ["yaml", "erp:\n  status: ¦\n"],
    ["yaml", "erp: { status: ¦ }\n"],
    ["json", '{ "erp": { "status": "¦" } }'],
  ] as const)("of the ERP status: %s %j", (format, text) => {
    const found = complete(text, format);
    expect(found.map(({ label }) => label)).toContain("ready_to_export");
    expect(found.find(({ label }) => label === "rejected")?.detail).toBe("Rejected by accounting");
  });

  test.each([
    ["yaml", "line_items:\n  - prime_line_item_id: ¦\n", "line_items:\n  - prime_line_item_id: 7002\n"],
    ["yaml", "line_items:\n  - { prime_line_item_id: ¦ }\n", "line_items:\n  - { prime_line_item_id: 7002 }\n"],
    ["json", '{ "line_items": [{ "prime_line_item_id": ¦ }] }', '{ "line_items": [{ "prime_line_item_id": 7002 }] }'],
    [
      "json",
      '{ "line_items": [{ "prime_line_item_id": "70¦" }] }',
      '{ "line_items": [{ "prime_line_item_id": 7002 }] }',
    ],
  ] as const)("of the Associated Line Item: the contract's lines: %s %j", (format, text, expected) => {
    const found = complete(text, format);
    expect(found).toHaveLength(6);
    const item = found.find(({ label }) => label === "7002");
    expect(item).toMatchObject({ detail: "Structural steel · 0520" });
    expect(item?.filterText).toContain("Structural steel");
    expect(accept(text, "7002", format)).toBe(expected);
  });

  test.each([
    ["yaml", "line_items:\n  - billing_item_code: ¦\n", 'line_items:\n  - billing_item_code: "0520"\n'],
    ["yaml", "line_items:\n  - billing_item_code: '05¦'\n", "line_items:\n  - billing_item_code: '0520'\n"],
    ["json", '{ "line_items": [{ "billing_item_code": ¦ }] }', '{ "line_items": [{ "billing_item_code": "0520" }] }'],
  ] as const)("of the Billing Item Code, always in quotes: %s %j", (format, text, expected) => {
    expect(labels(text, format)).toEqual(["0010", "0520", "0310", "0790", "09-FINISH-24"]);
    expect(accept(text, "0520", format)).toBe(expected);
  });

  test.each([
    ["yaml", "$rules: ¦\n", "$rules: spectrum/pcco@1\n"],
    ["json", '{ "$rules": "¦" }', '{ "$rules": "spectrum/pcco@1" }'],
  ] as const)("of $rules: %s %j", (format, text, expected) => {
    const own = labels(text, format).filter((label) => label.startsWith("spectrum/"));
    expect(own).toEqual(["spectrum/pcco@1", "spectrum/pcco@1.1.0", "spectrum/pcco@1.0.0"]);
    expect(labels(text, format)).toContain("vista/pcco@1");
    expect(accept(text, "spectrum/pcco@1", format)).toBe(expected);
  });

  test.each([
    ["yaml", "$context: ¦\n", "$context: ./spectrum.context.yaml\n"],
    ["json", '{ "$context": "./sp¦" }', '{ "$context": "./spectrum.context.yaml" }'],
  ] as const)("of $context: %s %j", (format, text, expected) => {
    expect(labels(text, format)).toContain("./pcco.context.yaml");
    expect(accept(text, "./spectrum.context.yaml", format)).toBe(expected);
  });

  test.each([
    ["yaml", "$expect: [date-required, ¦]\n"],
    ["yaml", "$expect:\n  - date-required\n  - ¦\n"],
    ["yaml", "$expect:\n  - date-required\n  ¦\n"],
    ["yaml", "$expect:\n  broken: [date-required, ¦]\n"],
    ["json", '{ "$expect": ["date-required", "¦"] }'],
  ] as const)("of $expect: the other rules: %s %j", (format, text) => {
    const found = complete(text, format);
    expect(found.find(({ label }) => label === "title-length")?.detail).toBe("The Title has at most 255 characters");
    expect(found.map(({ label }) => label)).not.toContain("date-required");
  });

  test.each([
    ["yaml", "executed: ¦\n", ["true", "false"]],
    ["json", '{ "executed": ¦ }', ["true", "false"]],
    ["yaml", "contract_id: ¦\n", ["901"]],
    ["yaml", "created_at: ¦\n", ["2026-11-05T09:00:00Z"]],
    ["yaml", "erp: { transaction_date: ¦ }\n", ["2026-11-05"]],
    ["yaml", "$expect: { outcome: ¦ }\n", ["exportable", "blocked", "unknown", "unreadable"]],
    [
      "yaml",
      "$expect: { input: { ¦ } }\n",
      ["transaction_date", "comment", "origin_id", "messages", "erp_record_deleted"],
    ],
    [
      "yaml",
      "$expect: { events: { retrieve: [role], ¦ } }\n",
      surroundings().rules.events.filter((name) => name !== "retrieve"),
    ],
    ["yaml", "$expect: { events: { send: ¦ } }\n", Object.keys(surroundings().rules.definition.states)],
    ["yaml", "$expect:\n  events:\n    send: [state, ¦]\n", ["role", "rule", "input", "stale"]],
    ["json", '{ "title": "¦" }', []],
  ] as const)("%s %j: %j", (format, text, expected) => {
    expect(labels(text, format)).toEqual(expected);
  });
});

describe("what they are taken from", () => {
  const seen: unknown[] = [];
  const remember: SurroundingsOf = (value) => {
    seen.push(value);
    return surroundings();
  };

  test.each([
    ["yaml", "$rules: spectrum/pcco@1\n$context: ./a.yaml\nsta¦\nnumber: '1'\n"],
    ["json", '{ "$rules": "spectrum/pcco@1", "$context": "./a.yaml",\n "status": ¦\n "number": "1" }'],
    ["json", '{ "$rules": "spectrum/pcco@1", "$context": "./a.yaml",\n "status": "dr¦\n "x": [ }'],
  ] as const)("is what the PCCO pins, although it can't be read: %s %j", (format, text) => {
    seen.length = 0;
    complete(text, format, false, remember);
    expect(seen).toEqual([expect.objectContaining({ $rules: "spectrum/pcco@1", $context: "./a.yaml" })]);
  });

  test.each([
    ["yaml", "lines: [1\nprime_contract: { line_items: [{ id: 5 }] }\nline_items:\n  - prime_line_item_id: ¦\n", []],
    ["yaml", "prime_contract: { line_items: [{ id: 5 }] }\nline_items:\n  - prime_line_item_id: 'x¦\n", ["5"]],
    [
      "json",
      '{ "line_items": [{ "prime_line_item_id": ¦ }], "prime_contract": { "line_items": [{ "id": 5 }] } }',
      ["5"],
    ],
    [
      "json",
      '{ "line_items": [{ "prime_line_item_id": x¦ "id": 1 }], "prime_contract": { "line_items": [{ "id": 5 }] } }',
      ["5"],
    ],
  ] as const)("is the PCCO as it would be without the word: %s %j", (format, text, expected) => {
    const found = complete(text, format, false, always(surroundings({ context: {} })));
    expect(found.map(({ label }) => label)).toEqual(expected);
  });

  test("is the schema alone, when there are no rules", () => {
    const none = always({ cannot: "rules", problem: "there are none" });
    expect(complete("sta¦\n", "yaml", false, none).map(({ label }) => label)).toContain("status");
    expect(complete("status: ¦\n", "yaml", false, none)).toEqual([]);
    expect(complete("executed: ¦\n", "yaml", false, none)).toHaveLength(2);
  });

  test("is nothing in comments and behind values", () => {
    expect(labels("# sta¦\n", "yaml")).toEqual([]);
    expect(labels('{ "id": "1"¦', "json")).toEqual([]);
  });
});
