import { expect, test } from "vitest";
import { documentOfPart, parsePart, readQuickly } from "./part.ts";

test("what is read quickly is what the line holds; a line that may have a fault is left to parsePart", () => {
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

test("the document of a part that was read quickly is the same as that of parsePart", () => {
  const line = '{"a": 1, "b": [{"c": "x"}, "0520"]}';
  const whole = { text: line, start: { line: 5, character: 40 }, index: 3, holder: "this item" } as const;
  const slow = parsePart(whole);
  const quick = documentOfPart(whole, readQuickly(line) ?? {});
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
  expect(quick.valueRange(["b", 1])).toEqual({ start: { line: 5, character: 67 }, end: { line: 5, character: 73 } });
});

test("positions are those in the whole text: on the first line of a part after what stands before it", () => {
  const text = '{"b": 1,\n "a": 2, "a": [3]}';
  const document = parsePart({ text, start: { line: 7, character: 3 }, index: 0, holder: "this item" });
  expect(document.problems).toMatchObject([
    {
      message: expect.stringContaining("first on line 9"),
      range: { start: { line: 8, character: 9 }, end: { line: 8, character: 12 } },
    },
  ]);
  expect(document.keyRange(["b"])).toEqual({ start: { line: 7, character: 4 }, end: { line: 7, character: 7 } });
  expect(document.valueRange(["a", 0])).toEqual({ start: { line: 8, character: 15 }, end: { line: 8, character: 16 } });
  expect(document.spotAt({ line: 7, character: 5 })).toEqual({ path: ["b"], part: "key" });
  expect(document.spotAt({ line: 7, character: 2 })).toEqual({ path: [], part: "value" });
  expect(document.spotAt({ line: 8, character: 15 })).toEqual({ path: ["a", 0], part: "value" });
});

test("messages name a part as it is called", () => {
  const part = { start: { line: 0, character: 0 }, index: 0 };
  const message = (text: string, holder: "this line" | "this item") =>
    parsePart({ ...part, text, holder }).problems[0]?.message;
  expect(message("7", "this item")).toMatch(/this item holds only the number 7$/);
  expect(message("7", "this line")).toMatch(/this line holds only the number 7$/);
});
