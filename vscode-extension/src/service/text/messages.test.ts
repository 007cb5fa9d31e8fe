import type { TextFormat } from "@erp-export-rules/sdk/text";
import { describe, expect, test } from "vitest";
import { openPccoFile } from "./open-pcco-file.ts";
import { surroundingsOf } from "./testing.ts";

describe("messages tell the line and the item as they are in the file", () => {
  function messages(format: TextFormat, text: string): readonly string[] {
    const file = openPccoFile("file:///a", format, `\n${text}`);
    const at = { line: 0, character: 0 };
    file.overview(surroundingsOf);
    file.change([{ range: { start: at, end: at }, text: "\n\n" }], 2);
    return file.records.flatMap((record) =>
      record
        .verdict(surroundingsOf)
        .findings.flatMap(({ ruleId, message }) => (ruleId.startsWith("document/") ? message : [])),
    );
  }

  test.each<[string, TextFormat, string, RegExp]>([
    ["a key given twice", "json", '[\n{},\n{\n"a": 1,\n"a": 2\n},\n{}\n]', /first on line 7 and/],
    ["a key given twice in YAML", "yaml", "- b: 1\n- a: 1\n  a: 2\n- c: 1\n", /first on line 5 and/],
    ["an item that is no PCCO", "yaml", "- a: 1\n- 5\n", /item 2 of the list in this file is the number 5/],
    [
      "an item in the second list",
      "yaml",
      "- a: 1\n- b: 1\n---\n- a: 1\n- 5\n",
      /item 2 of the list in this file is the number 5/,
    ],
    ["an item beside another", "json", "[\n{},\n{}, 5,\n{}\n]", /item 3 of the list in this file is the number 5/],
    ["a bracket that does not fit", "json", '[\n{},\n{"a": [\n},\n{}\n]', /cannot close the `\[` from line 6;/],
    ["a bracket that closes the list too early", "json", "[\n{},\n{}},\n{}\n]", /cannot close the `\[` from line 4;/],
  ])("%s", (_, format, text, expected) => {
    expect(messages(format, text).filter((message) => expected.test(message))).toHaveLength(1);
  });
});

test("an edit of the line below changes what is said of a part that runs into it", () => {
  const file = openPccoFile("file:///a", "yaml", "  a: 1\n- b: 2\n- 5\n");
  const messages = () => file.records.flatMap((record) => record.document().problems.map(({ message }) => message));
  expect(messages()[0]).toContain("`- b: 2` has no place here");
  const above = file.records[0];
  const at = { line: 1, character: 3 };
  file.change([{ range: { start: at, end: at }, text: "x" }], 2);
  expect(messages()[0]).toContain("`- bx: 2` has no place here");
  expect(file.records[0]).not.toBe(above);
  expect(messages()[1]).toContain("item 2 of the list");
  // Where a list begins, its items are counted anew, though nothing has changed in them.
  file.change([{ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 9 } }, text: "  b: 2" }], 3);
  expect(messages()[1]).toContain("item 1 of the list");
});

describe("what is wrong between two items is shown there", () => {
  function faults(text: string): readonly unknown[] {
    const file = openPccoFile("file:///a", "json", text);
    return file.records.flatMap((record) =>
      record
        .document()
        .problems.map(({ message, range: { start, end } }) => [
          message,
          [start.line, start.character, end.line, end.character],
        ]),
    );
  }

  test.each<[string, string, string, readonly number[]]>([
    ["a missing comma", '[\n  {"a": 1}\n  {"b": 1}\n]', "a comma is missing before `{`", [2, 2, 2, 3]],
    [
      "a comma too many",
      '[\n  {"a": 1},\n  {"b": 1},\n]',
      "remove this comma; nothing follows it before the `]`",
      [2, 10, 2, 11],
    ],
    [
      "a list that is not closed",
      '[\n  {"a": 1},\n  {"b": 1}\n',
      "this `[` is never closed; a `]` is missing before the end of the text",
      [0, 0, 0, 1],
    ],
    [
      "a list that is closed too early",
      '[\n  {"a": 1}],\n  {"b": 1}\n]',
      "`,` stands after the end of the document; several documents are written as one list `[…]`, or one a line in an NDJSON file",
      [1, 11, 1, 12],
    ],
  ])("%s", (_, text, message, range) => {
    expect(faults(text)).toEqual([[message, range]]);
  });
});

test("items are counted anew when only what stands above them is no list any more", () => {
  const file = openPccoFile("file:///a", "yaml", "- a: 1\n- 5\n");
  const message = () => file.records[1]?.document().problems[0]?.message;
  expect(message()).toContain("item 2 of the list");
  file.change([{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } }, text: "" }], 2);
  expect(message()).toContain("item 1 of the list");
});

test("a list that is not closed is shown where its bracket has moved to", () => {
  const file = openPccoFile("file:///a", "json", '[\n\n  {"a": 1},\n  {"b": 1}\n');
  const place = () => file.records[1]?.verdict(surroundingsOf).findings[0]?.range?.start;
  expect(place()).toEqual({ line: 0, character: 0 });
  file.change([{ range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, text: "\n[" }], 2);
  expect(place()).toEqual({ line: 1, character: 0 });
});
