import type { Path } from "@erp-export-rules/sdk/text";
import { describe, expect, test } from "vitest";
import type { PccoFile, SurroundingsOf } from "../model.ts";
import { always, inBothFormats, marked, pccoFile, positionOf, surroundings } from "../testing.ts";
import { pccoHover } from "./hover.ts";

const yaml = `$rules: spectrum/pcco@1
$context: ./spectrum.context.yaml
$expect: [status-approved]
contract_id: 901
number: "004"
title: Canopy
status: pending
created_at: 2025-03-04T15:10:00Z
line_items:
  - id: 1
    amount: "8000.00"
    prime_line_item_id: 7002
    billing_item_code: "05-20-STEEL-1"
  - id: 2
    prime_line_item_id: 7005
    billing_item_code: null
  - id: 3
    prime_line_item_id: 9999
erp: { status: exportging }
`;

const [inYaml, inJson] = inBothFormats(yaml);

function textAt(file: PccoFile, path: Path, part: "key" | "value" = "value", of: SurroundingsOf = always()): string {
  const hover = pccoHover(file, positionOf(file, path, part), of);
  if (hover === undefined) return "";
  if (typeof hover.contents !== "object" || !("value" in hover.contents)) throw new TypeError("not Markdown");
  const ranges = file.records[0]?.document();
  expect(hover.range).toEqual(part === "key" ? ranges?.keyRange(path) : ranges?.valueRange(path));
  return hover.contents.value;
}

describe.each([inYaml, inJson].flatMap((each) => (each === undefined ? [] : [each])))("in $format", ({ file }) => {
  test("a field: what people call it, and what it means, the same on key and value", () => {
    const onKey = textAt(file, ["line_items", 0, "prime_line_item_id"], "key");
    expect(onKey).toContain("**Associated Line Item** `line_items[].prime_line_item_id`");
    expect(onKey).toContain("the prime contract line this line belongs to");
    expect(textAt(file, ["line_items", 0, "prime_line_item_id"])).toBe(onKey);
  });

  test("a field that no rule knows", () => {
    expect(textAt(file, ["line_items", 0, "id"], "key")).toBe("**`id`**\n\nProcore's id of the line.");
  });

  test("a status, by its label", () => {
    expect(textAt(file, ["status"])).toContain("`pending` is shown as **Pending - In Review**.");
  });

  test("an ERP status, also by an alias", () => {
    expect(textAt(file, ["erp", "status"])).toContain("**Exporting**. The PCCO is locked.");
  });

  test("the contract line that an Associated Line Item names", () => {
    expect(textAt(file, ["line_items", 0, "prime_line_item_id"])).toContain(
      "Line `7002` of the prime contract: Structural steel. Its Billing Item Code is `0520`.",
    );
    expect(textAt(file, ["line_items", 2, "prime_line_item_id"])).toContain("The prime contract has no such line.");
    const silent = always(surroundings({ context: {} }));
    expect(textAt(file, ["line_items", 0, "prime_line_item_id"], "value", silent)).toContain(
      "The context does not give the prime contract's lines.",
    );
  });

  test("where a Billing Item Code comes from, and how long it is", () => {
    const own = textAt(file, ["line_items", 0, "billing_item_code"]);
    expect(own).toContain("Written on this line itself.");
    expect(own).toContain("13 of at most 10 characters.");
    expect(textAt(file, ["line_items", 1, "billing_item_code"])).toContain(
      "Taken from its Associated Line Item: Line `7005` of the prime contract: Interior finishes. Its Billing Item Code is `09-FINISH-24`.",
    );
  });

  test("the rules about it, with what each says just here, and its page", () => {
    const broken = textAt(file, ["line_items", 0, "billing_item_code"], "key");
    expect(broken).toContain("Rules for Send to ERP:");
    expect(broken).toMatch(
      /- ✗ broken: \[A Billing Item Code has at most 10 characters\]\(https:\/\/support\.procore\.com\S+\) \(`billing-item-code-length`\)\. Line 1: Billing Item Code/,
    );
    expect(broken).toMatch(/- ✓ holds here: \[Each line has a Billing Item Code\]/);
    const known = textAt(file, ["line_items", 0, "prime_line_item_id"], "key");
    expect(known).toMatch(/- ✓ holds here: .*`associated-line-item-known`/);
    expect(known).toMatch(/- – does not apply: .*`associated-line-item-hidden`/);
    expect(known).not.toContain("single-associated-line");
    expect(textAt(file, ["line_items", 2, "prime_line_item_id"], "key")).toMatch(
      /- ✗ broken: .*`associated-line-item-known`/,
    );
  });

  test("facts of the context, at the field they are shown at", () => {
    expect(textAt(file, ["contract_id"], "key")).toMatch(/- ✓ holds here: .*`contract-synced`/);
    expect(textAt(file, ["contract_id"], "key", always(surroundings({ context: {} })))).toMatch(
      /- \? unknown: .*`contract-synced`.*The context does not give/,
    );
  });

  test("how long a text is", () => {
    expect(textAt(file, ["title"], "key")).toContain("6 of at most 255 characters.");
  });

  test("a list, without the rules about its lines", () => {
    const text = textAt(file, ["line_items"], "key");
    expect(text).toContain("**Schedule of Values** `line_items`");
    expect(text).toMatch(/- ✓ holds here: .*`line-items-required`/);
    expect(text).not.toContain("billing-item");
  });

  test("$rules: the rule set in force, and why", () => {
    const text = textAt(file, ["$rules"]);
    expect(text).toContain("**Sending a Prime Contract Change Order to Viewpoint Spectrum**");
    expect(text).toContain("`spectrum/pcco` version 1.1.0, in force from 2026-11-01. Why: the newest that ships.");
    const none = always({ cannot: "rules", problem: 'there is no rule set "spectrum/pc"' });
    expect(textAt(file, ["$rules"], "value", none)).toContain('there is no rule set "spectrum/pc"');
  });

  test("$context: what the PCCO is judged against", () => {
    expect(textAt(file, ["$context"])).toContain(
      "Context in force: the nearest context file, [spectrum.context.yaml](file:///project/spectrum.context.yaml).",
    );
  });

  test("$expect: the rule that is named", () => {
    expect(textAt(file, ["$expect", 0])).toContain("[The PCCO is Approved](https://");
  });

  test("a PCCO that can't be judged still has fields with a meaning", () => {
    const none = always({ cannot: "context", problem: "there is no such file" });
    expect(textAt(file, ["status"], "key", none)).toBe(
      "**`status`**\n\nDocument status: one of Procore's 12 tokens. Only `approved` can be sent to ERP.",
    );
  });
});

test("a warning is told apart from what blocks", () => {
  const file = pccoFile("number: '12345678901'\ntitle: x\n", "yaml");
  expect(textAt(file, ["number"], "key")).toMatch(/- ! broken: .*`number-length`/);
});

test("nothing between the fields and in comments", () => {
  const file = pccoFile("# comment\nstatus: draft\nerp:\n  status: synced\n", "yaml");
  expect(pccoHover(file, { line: 0, character: 3 }, always())).toBeUndefined();
  expect(pccoHover(file, { line: 3, character: 0 }, always())).toBeUndefined();
  const json = pccoFile('{ "erp":    { } }', "json");
  expect(pccoHover(json, { line: 0, character: 10 }, always())).toBeUndefined();
});

test.each([
  ["yaml", "number: [1\nsta¦tus: draft\n"],
  ["json", '{ "sta¦tus": "draft", "number": }'],
] as const)("a field of a PCCO that can't be read: %s", (format, text) => {
  const { file, position } = marked(text, format, "¦");
  expect(pccoHover(file, position, always())?.contents).toMatchObject({
    value: expect.stringContaining("**Status** `status`"),
  });
});

test("what people wrote is shown as it is", () => {
  const context = {
    prime_contract: { id: 901, line_items: [{ id: 1, description: "[x](y) <b> *z*", origin_code: "a`b" }] },
  };
  const file = pccoFile("line_items:\n  - prime_line_item_id: 1\n", "yaml");
  const text = textAt(file, ["line_items", 0, "prime_line_item_id"], "value", always(surroundings({ context })));
  expect(text).toContain("\\[x\\]\\(y\\) \\<b\\> \\*z\\*. Its Billing Item Code is `` a`b ``.");
});
