import { describe, expect, test } from "vitest";
import { jsonLocation } from "./json-location.ts";
import { located, replacedText } from "./testing.ts";

const at = (marked: string) => located(marked, "json");

function spot(marked: string): string {
  const location = at(marked);
  return location === undefined ? "nowhere" : `${location.part} ${location.path.join("/")}`.trim();
}

describe("what stands at the cursor", () => {
  test.each([
    ["|", "value"],
    ["{|}", "key"],
    ["{ | }", "key"],
    ["{|", "key"],
    ['{ "sta|" }', "key"],
    ['{ "sta|', "key"],
    ["{ sta| }", "key"],
    ['{ "sta|tus": "draft" }', "key"],
    ['{ "number": "1", | }', "key"],
    ['{ "number": "1",\n  |\n}', "key"],
    ['{\n  "number": "1"\n  |\n}', "key"],
    ['{ "status": | }', "value status"],
    ['{ "status":| }', "value status"],
    ['{ "status": "dra|" }', "value status"],
    ['{ "status": "dra|\n}', "value status"],
    ['{ "status": dra| }', "value status"],
    ['{ "status": |\n  "number": "1" }', "value status"],
    ['{ "status": |, "number": "1" }', "value status"],
    ['{ "erp": { "status": "| } }', "value erp/status"],
    ['{ "line_items": [ { "id": 1 }, { | } ] }', "key line_items/1"],
    ['{ "line_items": [ | ] }', "value line_items/0"],
    ['{ "line_items": [ { "id": 1 }\n | ] }', "value line_items/1"],
    ['{ "$expect": ["a", "|"] }', "value $expect/1"],
    ['{ "$expect": ["a", |', "value $expect/1"],
    ['[{ "id": 1 }, { "sta|" }]', "key 1"],
    ['{ "erp": { "a": [1, 2] }, | }', "key"],
    ['{ "a": "b: {", | }', "key"],
    ['{ "a": "b\\", c", "d": | }', "value d"],
  ])("%j is %s", (marked, expected) => {
    expect(spot(marked)).toBe(expected);
  });

  test.each([['{ "status": "draft" }|'], ['{ "status" |: "draft" }'], ['{ "erp": |{ } }'], ["{} |"], ["[{}|]"]])(
    "nothing at %j",
    (marked) => {
      expect(at(marked)).toBeUndefined();
    },
  );
});

describe("what is around", () => {
  test("the other keys, above and below", () => {
    expect(at('{ "id": 1, "sta|", "number": "1", "erp": { "status": "x" } }')?.siblings).toEqual([
      "id",
      "number",
      "erp",
    ]);
    expect(at('{ "id": 1, "sta|tus": 2 }')?.siblings).toEqual(["id"]);
  });

  test("the other items", () => {
    expect(at('{ "$expect": ["a", "|", "b"] }')?.siblings).toEqual(["a", "b"]);
  });

  test("what is replaced, with quotes", () => {
    expect(replacedText('{ "sta|tus": 1 }', "json")).toBe('"status"');
    expect(replacedText('{ "a": "dra|ft" }', "json")).toBe('"draft"');
    expect(replacedText("{ sta| }", "json")).toBe("sta");
    expect(replacedText('{ "a": "dra|, "b": 1 }', "json")).toMatch(/^"dra/);
    expect(at('{ "a": "dra|ft" }')).toMatchObject({ word: "draft", prefix: "dra", quote: '"' });
  });

  test("colons and commas that are missing", () => {
    expect(at('{ "sta|" }')).toMatchObject({ needsColon: true, needsComma: false });
    expect(at('{ "sta|"\n "number": "1" }')).toMatchObject({ needsColon: true, needsComma: true });
    expect(at('{ "sta|": 1, "number": "1" }')).toMatchObject({ needsColon: false, needsComma: false });
    expect(at('{ "status": |\n "number": "1" }')).toMatchObject({ needsComma: true });
    expect(at('{ "status": |, "number": "1" }')).toMatchObject({ needsComma: false });
    expect(at('{\n  "number": "1"\n  |\n}')?.commaAt).toEqual({ line: 1, character: 15 });
    expect(at('{\n  "number": "1"\n  "sta|"\n}')?.commaAt).toEqual({ line: 1, character: 15 });
    expect(at('{\n  "number": "1",\n  "sta|"\n}')?.commaAt).toBeUndefined();
  });

  test("how far the line is indented", () => {
    expect(at('{\n    "a": 1,\n    |\n}')?.indent).toBe(4);
  });

  test("a record further down its file, also with CRLF", () => {
    const found = jsonLocation('{\r\n  "sta"\r\n}', { line: 51, character: 6 }, 50);
    const replace = { start: { line: 51, character: 2 }, end: { line: 51, character: 7 } };
    expect(found).toMatchObject({ part: "key", path: [], prefix: "sta", replace });
  });
});

test("brackets of any depth", () => {
  const deep = "[".repeat(100_000);
  expect(jsonLocation(deep, { line: 0, character: deep.length })?.path).toHaveLength(100_000);
});
