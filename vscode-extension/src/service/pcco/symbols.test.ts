import { describe, expect, test } from "vitest";
import type { DocumentSymbol } from "vscode-languageserver-types";
import type { PccoFile } from "../model.ts";
import { inBothFormats, pccoFile } from "../testing.ts";
import { openPccoFile } from "../text/open-pcco-file.ts";
import { mostSymbols, pccoSymbols } from "./symbols.ts";

const yaml = `- number: "004"
  title: Canopy
  status: approved
  line_items:
    - description: Steel
      amount: "8000.00"
    - amount: "2500.00"
- data:
    status: draft
    title: Ramp
    line_items:
      - description: Footings
`;

/** Names and details as an indented outline. */
function outline(symbols: readonly DocumentSymbol[], indent = ""): string[] {
  return symbols.flatMap(({ name, detail = "", children = [] }) => [
    `${indent}${name} (${detail})`,
    ...outline(children, `${indent}  `),
  ]);
}

function textAt(file: PccoFile, { start, end }: DocumentSymbol["range"]): string {
  const line = file.lineAt(start.line);
  return start.line === end.line ? line.slice(start.character, end.character) : line.slice(start.character);
}

describe.each(inBothFormats(yaml))("in $format", ({ file }) => {
  test("each PCCO with its lines", () => {
    expect(outline(pccoSymbols(file))).toEqual([
      "PCCO 004 Canopy (approved)",
      "  Line 1 Steel (8000.00)",
      "  Line 2 (2500.00)",
      "PCCO Ramp (draft)",
      "  Line 1 Footings ()",
    ]);
  });

  test("what is selected lies within, on one line", () => {
    const all = pccoSymbols(file).flatMap((symbol) => [symbol, ...(symbol.children ?? [])]);
    for (const { range, selectionRange } of all) {
      expect(selectionRange.start).toEqual(range.start);
      expect(selectionRange.end.line).toBe(range.start.line);
      expect(selectionRange.end.line).toBeLessThanOrEqual(range.end.line);
      expect(textAt(file, selectionRange)).not.toBe("");
    }
  });
});

test("symbols move with the text above them", () => {
  const file = openPccoFile("file:///a.pcco.yaml", "yaml", yaml, 1);
  const before = pccoSymbols(file);
  const start = { line: 0, character: 0 };
  file.change([{ range: { start, end: start }, text: "# comment\n" }], 2);
  file.change([{ range: { start: { line: 1, character: 12 }, end: { line: 1, character: 12 } }, text: "5" }], 3);
  const after = pccoSymbols(file);
  const fresh = pccoSymbols(openPccoFile("file:///b.pcco.yaml", "yaml", file.text(), 1));
  expect(after).toEqual(fresh);
  expect(after.map(({ range }) => range.start.line)).toEqual(before.map(({ range }) => range.start.line + 1));
  expect(after[0]?.name).toBe("PCCO 0504 Canopy");
});

test("a PCCO that can't be read still has a place", () => {
  const [symbol] = pccoSymbols(pccoFile('{ "number": ', "json"));
  expect(symbol).toMatchObject({ name: "PCCO 1 of the file", detail: "can't be read", children: [] });
  expect(symbol?.range).toEqual({ start: { line: 0, character: 0 }, end: { line: 0, character: 12 } });
});

test("of very many, lines are left out first", () => {
  const lines = "    - id: 1\n".repeat(3);
  const some = pccoSymbols(pccoFile(`- title: a\n  line_items:\n${lines}`.repeat(mostSymbols / 2), "yaml"));
  expect(some).toHaveLength(mostSymbols / 2);
  expect(outline(some)).toHaveLength(mostSymbols);
});
