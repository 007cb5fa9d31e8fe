import { expect, test } from "vitest";
import { documentOfLine, isBlankLine, parseLine, parseNdjson, readQuickly } from "./ndjson.ts";

test("each line is a document; a broken line is the problem of its document alone", () => {
  const documents = parseNdjson('{"a": 1}\n\n{"b": }\n{"c": 3}\n');
  expect(documents.map((document) => document.value)).toEqual([{ a: 1 }, undefined, { c: 3 }]);
  expect(documents.map((document) => document.index)).toEqual([0, 1, 2]);
  expect(documents[1]?.problems).toMatchObject([
    { id: "document/syntax", fatal: true, range: { start: { line: 2, character: 6 } } },
  ]);
  expect(documents[2]?.keyRange(["c"])?.start).toEqual({ line: 3, character: 1 });
});

test("a line alone gives the same document as within its text", () => {
  const line = '{"a": 1, "a": 2}';
  const alone = parseLine(line, 5, 3);
  const within = parseNdjson(`${"{}\n".repeat(3)}\n\n${line}`)[3];
  expect(alone.index).toBe(3);
  expect(alone.problems).toEqual(within?.problems);
  expect(alone.problems[0]?.message).toContain("first on line 6");
  expect(alone.valueRange(["a"])).toEqual(within?.valueRange(["a"]));
});

test("a blank line alone is a fatal problem, since the caller should have skipped it", () => {
  expect(isBlankLine(" \t")).toBe(true);
  expect(isBlankLine("{}")).toBe(false);
  expect(parseLine(" ", 0, 0).problems).toMatchObject([{ id: "document/syntax", fatal: true }]);
});

test("a binary line does not spoil the others", () => {
  expect(parseNdjson('\0\0\n{"a": 1}').map((document) => document.value)).toEqual([undefined, { a: 1 }]);
});

test("what is read quickly is what the line holds; a line that may have a fault is left to parseLine", () => {
  const line = '{"a": 1, "b": [{"c": "x"}]}';
  expect(readQuickly(line)).toEqual({ a: 1, b: [{ c: "x" }] });
  for (const other of [
    "",
    " ",
    "{",
    "[]",
    "7",
    '{"a":1,"a":2}',
    '\uFEFF{"a":1}',
    '{"a":"\uFFFD"}',
    "[{}]",
    '{"a":1}x',
  ]) {
    expect(readQuickly(other), other).toBeUndefined();
  }
});

test("the document of a line that was read quickly is the same as that of parseLine", () => {
  const line = '{"a": 1, "b": [{"c": "x"}, "0520"]}';
  const slow = parseLine(line, 5, 3);
  const quick = documentOfLine(line, readQuickly(line) ?? {}, 5, 3);
  expect({ index: quick.index, value: quick.value, problems: quick.problems }).toEqual({
    index: 3,
    value: slow.value,
    problems: [],
  });
  for (const path of [[], ["a"], ["b", 0, "c"], ["b", 1], ["z"]]) {
    expect(quick.valueRange(path)).toEqual(slow.valueRange(path));
    expect(quick.keyRange(path)).toEqual(slow.keyRange(path));
    expect(quick.sourceOf(path)).toBe(slow.sourceOf(path));
  }
  expect(quick.valueRange(["b", 1])).toEqual({ start: { line: 5, character: 27 }, end: { line: 5, character: 33 } });
});
