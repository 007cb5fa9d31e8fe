import { describe, expect, test } from "vitest";
import { parseJson } from "./json.ts";
import { MAX_PROBLEMS } from "./limits.ts";

/** The problems of a text as `written part: message`. */
function complaints(text: string): string[] {
  const lines = text.split("\n");
  return parseJson(text).flatMap((document) =>
    document.problems.map(({ range, message, id, fatal }) => {
      expect({ id, fatal }).toEqual({ id: "document/syntax", fatal: true });
      expect(range.start.line).toBe(range.end.line);
      return `${lines[range.start.line]?.slice(range.start.character, range.end.character)} → ${message}`;
    }),
  );
}

describe("JSON is strict", () => {
  test.each([
    ["leading zeros", '{"a": 0520}', '0520 → `0520` is not a JSON number; write codes in quotes: "0520"'],
    [
      "dates without quotes",
      '{"a": 2024-01-31}',
      '2024-01-31 → `2024-01-31` is not a JSON number (such as `12`, `-3.5` or `0.25`); if it is a text, write it in quotes: "2024-01-31"',
    ],
    ["words without quotes", '{"a": draft}', 'draft → `draft` is not in quotes; write texts in double quotes: "draft"'],
    [
      "words of other languages",
      '{"a": None}',
      "None → `None` has no meaning in JSON; write `null`, or put it in quotes if it is a text",
    ],
    ["keys without quotes", "{a: 1}", 'a → the key `a` is not in double quotes; write "a"'],
    ["single quotes", "{'a b': 1}", "'a b' → `'a b'` is not in straight double quotes; write \"a b\""],
    ["curly quotes", '{"a": “b”}', '“b” → `“b”` is not in straight double quotes; write "b"'],
    ["comments", '// x\n{"a": 1}', "// x → JSON has no comments; remove this one"],
    ["trailing commas in mappings", '{"a": 1,\n}', ", → remove this comma; nothing follows it before the `}`"],
    ["trailing commas in lists", '{"a": [1,]}', ", → remove this comma; nothing follows it before the `]`"],
    ["missing commas", '{"a": 1\n"b": 2}', '"b" → a comma is missing before `"b"`'],
    ["missing colons", '{"a" 1}', '1 → a `:` and a value are expected after the key `"a"`'],
    ["missing values", '{"a": }', '} → the value of `"a"` is missing before this `}`'],
    ["missing quotes", '{"a": "b}\n', '"b} → the quotes opened here are not closed on this line; a `"` is missing'],
    ["unknown escapes", '{"a": "c:\\q"}', "\\q → `\\q` has no meaning inside quotes; write a backslash as `\\\\`"],
    [
      "short escapes",
      '{"a": "\\u12"}',
      "\\u12 → `\\u12` is incomplete; `\\u` takes four digits (0-9, a-f), such as `\\u00e9`",
    ],
    ["tabs inside quotes", '{"a": "\t"}', "\t → a tab stands inside quotes; write it as `\\t`"],
    ["wrong brackets", '{"a": [1}', "} → this `}` cannot close the `[` from line 1; a `]` is expected"],
    ["open brackets", '{"a": [1]', "{ → this `{` is never closed; a `}` is missing before the end of the text"],
    [
      "a second value",
      '{"a": 1} {"b": 2}',
      "{ → `{` stands after the end of the document; several documents are written as one list `[…]`, or one a line in an NDJSON file",
    ],
    [
      "unusual spaces",
      '{\u00A0"a": 1}',
      "\u00A0 → an unusual kind of space stands here; JSON knows only ordinary spaces, tabs and line ends",
    ],
  ])("%s get one plain sentence where they stand", (_name, text, complaint) => {
    // An open quote swallows the bracket after it, which is then missed too.
    expect(complaints(text)[0]).toBe(complaint);
    if (!complaint.startsWith('"b}')) expect(complaints(text)).toHaveLength(1);
  });

  test("several mistakes are reported together", () => {
    expect(complaints('{a: 01, "b": [1 2],}')).toHaveLength(4);
  });

  test("no more than the cap, first ones first", () => {
    const found = complaints(`[${"x, ".repeat(20_000)}1]`);
    expect(found).toHaveLength(MAX_PROBLEMS);
  });
});

describe("ranges in JSON", () => {
  const text = '{"s": "a\\"b", "n": -1.5e3 , "l": [true, null], "o": {}}';
  const [document] = parseJson(text);
  const slice = (range: ReturnType<NonNullable<typeof document>["valueRange"]>) =>
    range && text.slice(range.start.character, range.end.character);

  test.each([
    [[], text],
    [["s"], '"a\\"b"'],
    [["n"], "-1.5e3"],
    [["l"], "[true, null]"],
    [["l", 1], "null"],
    [["o"], "{}"],
  ])("the value at %j", (path, source) => expect(slice(document?.valueRange(path))).toBe(source));

  test("keys have their quotes, scalars their source", () => {
    expect(slice(document?.keyRange(["l"]))).toBe('"l"');
    expect(document?.sourceOf(["s"])).toBe('"a\\"b"');
    expect(document?.sourceOf(["n"])).toBe("-1.5e3");
  });
});

test("JSON of bytes that are no text is a binary file, though it could be read", () => {
  const text = `{"title": "${"\uFFFD".repeat(8)}"}`;
  expect(JSON.parse(text)).toBeTypeOf("object");
  expect(complaints(text)).toEqual(["\uFFFD → this looks like a binary file, not text"]);
});
