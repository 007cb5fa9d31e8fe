import type { TextFormat } from "@erp-export-rules/sdk/text";
import { describe, expect, test } from "vitest";
import { cutText } from "./cut-text.ts";
import { Lines } from "./lines.ts";

/** The lines at which the parts begin, counted from 0. */
function starts(text: string, format: TextFormat): readonly number[] {
  const { starts, frames } = cutText(new Lines(text), format);
  expect(frames).toHaveLength(starts.length);
  return starts;
}

describe("NDJSON is cut at every line that is not blank", () => {
  test.each<[string, readonly number[]]>([
    ["", [0]],
    ["\n\n", [0]],
    ["{}\n{}", [0, 1]],
    ["\n{}\n \n5\n", [0, 3]],
    ["{}\r{}\r\n\uFEFF\n{}", [0, 1, 3]],
  ])("%j", (text, expected) => expect(starts(text, "ndjson")).toEqual(expected));
});

describe("a JSON list is cut where its items begin, indented like the first line in it", () => {
  test.each<[string, readonly number[]]>([
    ["[\n  {\n  },\n  {\n  }\n]\n", [0, 3]],
    ["\n[\n{},\n{},\n{}]", [0, 3, 4]],
    ["\uFEFF[ \r\n\t{\r\n\t},\r\n\t{}\r\n]", [0, 3]],
    ["[\r  {\r    {\r  {\r]", [0, 3]],
    ["[\n  5,\n  {},\n  {}\n]", [0, 2, 3]],
    ["[\n  x{\n  },\n  {}\n]", [0, 3]],
    ["[\n\n  {},\n\n  {}\n\n]", [0, 4]],
    ["[\n  {}\n]", [0]],
    ["[\n]", [0]],
    ["[", [0]],
    ["", [0]],
    ["[{\n}, {\n}]", [0]],
    ["{\n  {\n  {\n", [0]],
  ])("%j", (text, expected) => expect(starts(text, "json")).toEqual(expected));

  test("an item is read with what makes it one, at the very place of what it borrows", () => {
    const { frames, opening } = cutText(new Lines("[\n  {},\n  {},\n  {}\n]"), "json");
    expect(frames.map(({ head, tail, borrowed }) => [head, tail, borrowed])).toEqual([
      ["", "  {}]", 3],
      ["[\n", "  {}]", 3],
      ["[\n", "", 0],
    ]);
    expect(opening).toEqual({ line: 0, character: 0 });
  });
});

describe("YAML is cut at its documents, and at the items of those that are lists", () => {
  test.each<[string, readonly number[]]>([
    ["", [0]],
    ["# nothing\n", [0]],
    ["a: 1\n---\nb: 2\n--- # c\nc: 3", [0, 1, 3]],
    ["# head\n\n---\na: 1\n# between\n---\nb: 2\n", [0, 5]],
    ["a: 1\n---\n# empty\n---\nb: 2\n---\n", [0, 3]],
    ["- a: 1\n  b:\n  - c\n- d: 2\n# e\n\n-\n  f: 3\n", [0, 3, 6]],
    ["  - a: 1\n    b: |\n      - c\n  - d: 2\n", [0, 3]],
    ["- a\r\n- b\r- c", [0, 1, 2]],
    ["- a\n---\n- b\n- c\n---\nd: 1\n", [0, 1, 3, 4]],
    ["line_items:\n- a\n- b\n", [0]],
    ["-a: 1\n-b: 2\n", [0]],
    ["- a\n-\tb\n -c\n\t- d\n", [0, 1]],
    ["\uFEFF- a\n- b", [0, 1]],
  ])("%j", (text, expected) => expect(starts(text, "yaml")).toEqual(expected));

  test.each([
    "%YAML 1.2\n---\na: 1\n---\nb: 2",
    "a: 1\n...\n---\nb: 2",
    "--- {a: 1}\n---\nb: 2",
    "!!seq\n- a\n- b",
    "&x\n---\nb: 2",
    "a: 1\n\uFEFF---\nb: 2",
  ])("only reading makes sense of %j", (text) => expect(starts(text, "yaml")).toEqual([0]));

  test.each<[string, readonly number[]]>([
    ["number: 5\n- a: 1\n- b: 2\n", [0, 1, 2]],
    ["x\n- a: 1\n- b: 2\n", [0, 1, 2]],
    ["- a: 1\n  b:\n---\n    c: 2\n  d: 3\n- e: 4\n- f: 5\n", [0, 2, 5, 6]],
    ["---\n    - c: 2\n  d: 3\n- e: 4\n- f: 5\n", [0, 3, 4]],
    ["x\n- a\n", [0]],
    ["a: 1\nb:\n- c\nd: 2\n- e\n- f\n", [0, 4, 5]],
  ])("a list that has no place where it stands is cut all the same: %j", (text, expected) => {
    expect(starts(text, "yaml")).toEqual(expected);
  });

  test("what stands above such a list is read with its first line", () => {
    const { frames } = cutText(new Lines("number: 5\n- a: 1\n- b: 2\n"), "yaml");
    expect(frames.map(({ tail }) => tail)).toEqual(["- a: 1", "", ""]);
  });
});

test.each<TextFormat>(["json", "yaml"])("what is no text is not cut: %s", (format) => {
  const text = format === "json" ? "[\n{},\n{}\n]" : "- a: 1\n- b: 2\n";
  expect(starts(text, format)).toHaveLength(2);
  expect(starts(`${text}${"\uFFFD".repeat(30)}`, format)).toEqual([0]);
});
