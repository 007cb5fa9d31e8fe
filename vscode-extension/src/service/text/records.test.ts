import { applyTextEdits, parseText, type TextFormat } from "@erp-export-rules/sdk/text";
import { describe, expect, test } from "vitest";
import { Lines } from "./lines.ts";
import { openPccoFile } from "./open-pcco-file.ts";

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
