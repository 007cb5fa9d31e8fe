import { expect, test } from "vitest";
import { isBlankLine, mapNdjson, parseLine } from "./ndjson.ts";
import type { TextDocument } from "./text.ts";

const parseNdjson = (text: string): TextDocument[] => mapNdjson(text, (document) => document);

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
