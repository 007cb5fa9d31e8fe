import { applyTextEdits, parseText, type TextFormat } from "@erp-export-rules/sdk/text";
import { describe, expect, test } from "vitest";
import { Lines } from "./lines.ts";
import { openPccoFile } from "./open-pcco-file.ts";
import { surroundingsOf } from "./testing.ts";

const texts: readonly [string, TextFormat, string][] = [
  [
    "a JSON list",
    "json",
    '[\n  {\n    "number": "1"\n  },\n  {"number": "2", "line_items": [\n  ]\n  }  ,\n  {"number": "3"} ]\n',
  ],
  ["a JSON list on one line", "json", '[{"number": "1"}, {"number": "2"}, {"number": "3"}]'],
  ["a JSON list laid out otherwise", "json", '[{\n  "number": "1"\n}, {\n  "number": "2"\n}, {\n  "number": "3"\n}]'],
  [
    "a JSON list with a byte order mark",
    "json",
    '\uFEFF[\r\n  {"number": "1"},\r\n  {"number": "2"},\r\n  {"number": "3"}\r\n]',
  ],
  ["two items on a line", "json", '[\n  {"number": "1"}, {"number": "2"},\n  {"number": "3"}\n]'],
  ["two items on a later line", "json", '[\n  {"number": "1"},\n  {"number": "2"}, {"number": "3"}\n]'],
  ["NDJSON", "ndjson", '\n{"number": "1"}\n\n{"number": "2"}\r\n{"number": "3"}'],
  ["a YAML list", "yaml", "# all\n- number: '1'\n# second\n-   number: '2'\n-\n  number: '3'\n"],
  ["an indented YAML list with a separator", "yaml", "---\n  - number: '1'\n  - {number: '2'}\n  - number: '3'"],
  ["a YAML stream", "yaml", "number: '1'\n---\n# second\nnumber: '2'\n---\n- number: '3'\n"],
  ["a YAML list on one line", "yaml", "[{number: '1'}, {number: '2'}, {number: '3'}]\n"],
  ["YAML with directives", "yaml", "%YAML 1.2\n---\n- number: '1'\n# second\n- number: '2'\n- number: '3'\n"],
];

describe.each(texts)("in %s", (_, format, text) => {
  const file = openPccoFile("file:///a", format, text);

  test("the text of each PCCO reads by itself, at its very positions", () => {
    const read = file.records.map((record) => {
      const { documents } = parseText(record.text(), { format });
      const { line = -1, character } = documents[0]?.valueRange(["number"])?.start ?? {};
      return [documents.length, documents[0]?.value, { line: line + record.startLine, character }];
    });
    expect(read).toEqual(
      file.records.map((record) => [1, record.document().value, record.document().valueRange(["number"])?.start]),
    );
    expect(file.records.map((record) => record.document().value)).toMatchObject([
      { number: "1" },
      { number: "2" },
      { number: "3" },
    ]);
  });

  test("an edit of a value is an edit of the file that touches no other", () => {
    for (const record of file.records) {
      const edits = record.textEdits([
        { op: "replace", path: "/number", value: "9" },
        { op: "add", path: "/status", value: "approved" },
      ]);
      const edited = applyTextEdits(
        text,
        edits.map(({ range, newText }) => ({
          start: offset(text, range.start),
          end: offset(text, range.end),
          newText,
        })),
      );
      const expected = parseText(text, { format }).documents.map(({ value }, index) =>
        index === record.index ? { ...Object(value), number: "9", status: "approved" } : value,
      );
      expect(parseText(edited, { format }).documents.map(({ value }) => value)).toEqual(expected);
    }
  });

  test("a position leads to the PCCO that stands there, and from there to the value", () => {
    for (const record of file.records) {
      const at = record.document().valueRange(["number"])?.start ?? { line: -1, character: -1 };
      expect(file.recordAt(at.line, at.character)).toBe(record);
      expect(record.document().spotAt(at)).toEqual({ path: ["number"], part: "value" });
    }
  });
});

function offset(text: string, { line, character }: { readonly line: number; readonly character: number }): number {
  return new Lines(text).text(0, line).length + character;
}

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

describe("a text whose lines mislead is read as a whole", () => {
  test.each<[string, TextFormat, string]>([
    [
      "items of an inner list in the column of the outer",
      "json",
      '[\n  {"line_items": [\n  {"id": 1},\n  {"id": 2}\n  ]},\n  {"number": "2"}\n]',
    ],
    ["a part that repeats another", "yaml", "- &x\n  number: '1'\n- title: *x\n- number: '3'\n"],
    ["a list under a mark", "yaml", "!!seq\n- number: '1'\n- number: '2'\n"],
  ])("%s", (_, format, text) => {
    const file = openPccoFile("file:///a", format, text);
    const values = () => file.records.map((record) => record.document().value);
    const expected = () => parseText(file.text(), { format }).documents.map(({ value }) => value);
    expect(values()).toEqual(expected());
    expect(values()).not.toContain(undefined);
    // And is read in parts again once they no longer do.
    file.change([{ text: format === "json" ? '[\n  {"a": 1},\n  {"b": 2}\n]' : "- a: 1\n- b: 2\n" }], 2);
    expect(values()).toEqual([{ a: 1 }, { b: 2 }]);
    file.change([{ text }], 3);
    expect(values()).toEqual(expected());
  });

  test("a part that is no text makes the file none", () => {
    const list = Array.from({ length: 300 }, (_, number) => `  {"number": "${number}"}`);
    const file = openPccoFile("file:///a", "json", `[\n${list.join(",\n")}\n]`);
    expect(file.records).toHaveLength(300);
    const at = { line: 290, character: 14 };
    file.change([{ range: { start: at, end: at }, text: "\u0000" }], 2);
    expect(file.records.map((record) => record.document().problems.map(({ message }) => message))).toEqual([
      ["this looks like a binary file, not text"],
    ]);
  });

  test("but not for a name that only looks like a mark", () => {
    const file = openPccoFile("file:///a", "yaml", "- title: R&D\n- title: *important\n- number: '3'\n");
    expect(file.records.map((record) => record.document().value)).toEqual([
      { title: "R&D" },
      undefined,
      { number: "3" },
    ]);
  });
});
