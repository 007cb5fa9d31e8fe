import { describe, expect, test } from "vitest";
import type { SelectionRange } from "vscode-languageserver-types";
import type { PccoFile } from "../model.ts";
import { marked } from "../testing.ts";
import { pccoSelectionRanges } from "./selection-ranges.ts";

/** What is selected step by step, as text. */
function steps(text: string, format: "yaml" | "json"): string[] {
  const { file, position } = marked(text, format, "¦");
  const found: string[] = [];
  for (let at: SelectionRange | undefined = pccoSelectionRanges(file, [position])[0]; at !== undefined; at = at.parent)
    found.push(textOf(file, at.range));
  return found;
}

function textOf(file: PccoFile, { start, end }: SelectionRange["range"]): string {
  const lines = file
    .text()
    .split("\n")
    .slice(start.line, end.line + 1);
  lines[lines.length - 1] = (lines.at(-1) ?? "").slice(0, end.character);
  lines[0] = (lines[0] ?? "").slice(start.character);
  return lines.join("\n");
}

describe("a selection grows", () => {
  test("from a value to its field, its line, the lines, the PCCO", () => {
    expect(steps('{ "line_items": [{ "id": 1, "amount": "1.¦0" }] }\n', "json")).toEqual([
      '"1.0"',
      '"amount": "1.0"',
      '{ "id": 1, "amount": "1.0" }',
      '[{ "id": 1, "amount": "1.0" }]',
      '"line_items": [{ "id": 1, "amount": "1.0" }]',
      '{ "line_items": [{ "id": 1, "amount": "1.0" }] }',
      '{ "line_items": [{ "id": 1, "amount": "1.0" }] }\n',
    ]);
    expect(steps('id: 1\nline_items:\n  - id: 1\n    amount: "1.¦0"\n', "yaml").slice(0, 4)).toEqual([
      '"1.0"',
      'amount: "1.0"',
      'id: 1\n    amount: "1.0"',
      '- id: 1\n    amount: "1.0"',
    ]);
  });

  test("from a key to its field", () => {
    expect(steps('{ "sta¦tus": "draft" }', "json").slice(0, 2)).toEqual(['"status"', '"status": "draft"']);
    expect(steps("sta¦tus: draft\nid: 1\n", "yaml").slice(0, 2)).toEqual(["status", "status: draft"]);
  });

  test("to the file, where nothing can be read", () => {
    expect(steps('{ "sta¦tus": ', "json")).toEqual(['{ "status": ']);
    expect(steps("# com¦ment\nid: 1\n", "yaml")).toEqual(["# comment\nid: 1\n"]);
  });
});

test("one for each position, also past the end", () => {
  const { file, position } = marked("id: ¦1\n", "yaml", "¦");
  const far = { line: 9, character: 9 };
  expect(pccoSelectionRanges(file, [position, far])).toHaveLength(2);
  expect(pccoSelectionRanges(file, [far])).toEqual([{ range: { start: far, end: far } }]);
});
