import type { Range } from "@erp-export-rules/sdk/text";
import { describe, expect, test } from "vitest";
import { Lines } from "./lines.ts";

function range(line: number, character: number, endLine = line, endCharacter = character): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

test("every kind of line end ends a line, and is kept", () => {
  const lines = new Lines("a\nb\r\nc\rd\r\r\n");
  expect(Array.from({ length: lines.count }, (_, line) => lines.at(line))).toEqual(["a", "b", "c", "d", "", ""]);
  expect(lines.text()).toBe("a\nb\r\nc\rd\r\r\n");
  expect(lines.text(1, 3)).toBe("b\r\nc\r");
  expect([lines.at(6), lines.at(-1)]).toEqual(["", ""]);
  expect(new Lines("").count).toBe(1);
});

describe("a change replaces a stretch and tells which lines it touched", () => {
  test.each<[string, string, Range, string, string, readonly [number, number, number]]>([
    ["a letter", "ab\ncd\n", range(1, 1), "x", "ab\ncxd\n", [1, 1, 1]],
    ["a line end", "ab\ncd\n", range(0, 1), "\n", "a\nb\ncd\n", [0, 1, 2]],
    ["a line end taken away", "ab\ncd\n", range(0, 2, 1, 0), "", "abcd\n", [0, 2, 1]],
    ["at the end of the text", "ab\n", range(1, 0), "c\n", "ab\nc\n", [1, 1, 2]],
    ["past the end of a line", "ab\r\ncd", range(0, 99), "x", "abx\r\ncd", [0, 1, 1]],
    ["past the last line", "ab\ncd", range(9, 9), "x", "ab\ncdx", [1, 1, 1]],
    ["before the first line", "ab", range(-1, 5), "x", "xab", [0, 1, 1]],
    ["with its ends the wrong way round", "abc", range(0, 2, 0, 1), "x", "axc", [0, 1, 1]],
    ["a line feed behind a lone carriage return", "a\rb", range(1, 0), "\n", "a\r\nb", [0, 2, 2]],
    ["a line feed uncovered behind a lone carriage return", "a\rb\nc", range(1, 0, 1, 1), "", "a\r\nc", [0, 2, 1]],
    ["a carriage return before a line feed", "a\nb", range(0, 1), "\r", "a\r\nb", [0, 1, 1]],
    ["between a carriage return and its line feed", "a\r\nb", range(0, 2), "x", "ax\r\nb", [0, 1, 1]],
  ])("%s", (_, text, where, inserted, expected, [from, removed, stands]) => {
    const lines = new Lines(text);
    expect(lines.change({ range: where, text: inserted })).toEqual({ from, removed, inserted: stands });
    expect(lines.text()).toBe(expected);
    expect([lines.length, lines.count]).toEqual([expected.length, new Lines(expected).count]);
  });
});

test.each([
  ["a\nb\nc\n", "a\nx\ny\nc\n", { from: 1, removed: 1, inserted: 2 }],
  ["a\nb\n", "a\nb\n", { from: 3, removed: 0, inserted: 0 }],
  ["a\na\n", "a\na\na\n", { from: 2, removed: 0, inserted: 1 }],
  ["a", "", { from: 0, removed: 1, inserted: 1 }],
])("of a whole text only the lines that differ are touched: %j to %j", (text, next, touched) => {
  const lines = new Lines(text);
  expect(lines.change({ text: next })).toEqual(touched);
  expect([lines.text(), lines.length]).toEqual([next, next.length]);
});

test("more lines can be pasted than a function takes arguments", () => {
  const lines = new Lines("a\nb");
  lines.change({ range: range(1, 0), text: "x\n".repeat(300_000) });
  expect([lines.count, lines.at(1), lines.at(300_001)]).toEqual([300_002, "x", "b"]);
});
