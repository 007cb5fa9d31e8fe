import { describe, expect, test } from "vitest";
import type { PccoFile, SurroundingsOf } from "../model.ts";
import { always, inBothFormats, pccoFile, surroundings } from "../testing.ts";
import { pccoInlayHints } from "./inlay-hints.ts";

const whole = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } };

/** Each hint with the text before it on its line. */
function hints(file: PccoFile, range = whole, of: SurroundingsOf = always()): string[] {
  return pccoInlayHints(file, range, of).map(({ position, label }) => {
    const before = file.lineAt(position.line).slice(0, position.character).trim();
    return `${before.replace(/^- /, "").replaceAll('"', "")} → ${label}`;
  });
}

const yaml = `status: pending
title: Canopy
number: "12345678"
line_items:
  - prime_line_item_id: 7002
    billing_item_code: "05-20-STEEL-1"
  - prime_line_item_id: 7001
  - prime_line_item_id: "7005"
  - prime_line_item_id: 7006
    billing_item_code: "123456789"
  - prime_line_item_id: 7006
  - prime_line_item_id: 9999
    billing_item_code: "1234567"
erp:
  status: rejected
`;

describe.each(inBothFormats(yaml))("in $format", ({ file }) => {
  test("labels, contract lines and lengths stand behind their values", () => {
    expect(hints(file)).toEqual([
      "number: 12345678 → 8/10",
      "status: pending → Pending - In Review",
      "status: rejected → Rejected by accounting",
      "prime_line_item_id: 7002 → Structural steel",
      "billing_item_code: 05-20-STEEL-1 → 13/10",
      "prime_line_item_id: 7001 → 0010 · General conditions",
      "prime_line_item_id: 7005 → 09-FINISH-24 (12/10) · Interior finishes",
      "prime_line_item_id: 7006 → Weather allowance",
      "billing_item_code: 123456789 → 9/10",
      "prime_line_item_id: 7006 → no Billing Item Code · Weather allowance",
    ]);
  });

  test("only in the lines that are shown", () => {
    const line = Array.from({ length: file.lineCount }, (_, index) => index).find((index) =>
      file.lineAt(index).includes("7001"),
    );
    const at = { line: line ?? -1, character: 0 };
    expect(hints(file, { start: at, end: at })).toEqual(["prime_line_item_id: 7001 → 0010 · General conditions"]);
  });

  test("say more when they are pointed at", () => {
    const tooltips = pccoInlayHints(file, whole, always()).map(({ tooltip }) => tooltip);
    expect(tooltips).toContain("13 of at most 10 characters: A Billing Item Code has at most 10 characters.");
    expect(tooltips).toContain(
      "Line 7001 of the prime contract, General conditions. The line's Billing Item Code is taken from it: 0010.",
    );
    expect(tooltips).toContain(
      "Line 7002 of the prime contract, Structural steel. The line has a Billing Item Code of its own, 05-20-STEEL-1.",
    );
    expect(tooltips).toContain("The ERP status; the PCCO is not locked.");
  });

  test("without a contract only what the PCCO says itself", () => {
    const found = hints(file, whole, always(surroundings({ context: {} })));
    expect(found.filter((each) => each.startsWith("prime"))).toEqual([]);
    expect(found).toContain("billing_item_code: 05-20-STEEL-1 → 13/10");
  });

  test("none when the PCCO can't be judged", () => {
    expect(hints(file, whole, always({ cannot: "rules", problem: "there are none" }))).toEqual([]);
  });
});

test.each(inBothFormats("status: approved\nerp: { status: ready_to_export }\n"))(
  "none where the label only repeats the token: $format",
  ({ file }) => {
    expect(hints(file)).toEqual([]);
  },
);

test.each(inBothFormats("data:\n  status: draft\n  line_items:\n    - prime_line_item_id: 7001\n"))(
  "inside a response: $format",
  ({ file }) => {
    expect(hints(file)).toEqual(["prime_line_item_id: 7001 → 0010 · General conditions"]);
  },
);

test.each(inBothFormats("- status: pending\n- status: revised\n"))("of each PCCO of a list: $format", ({ file }) => {
  expect(hints(file)).toEqual(["status: pending → Pending - In Review", "status: revised → Pending - Revised"]);
});

test("none in what can't be read", () => {
  expect(hints(pccoFile('{ "status": "pending"', "json"))).toEqual([]);
  expect(hints(pccoFile("[1, 2]", "yaml"))).toEqual([]);
});
