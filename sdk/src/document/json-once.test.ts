import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkJson } from "./json-check.ts";
import { isWrittenOnce, startsWhenOnce } from "./json-once.ts";
import { placesInJson } from "./json-places.ts";
import { MAX_DEPTH, MAX_NODES, MAX_TEXT_LENGTH } from "./limits.ts";
import { LineIndex } from "./lines.ts";

const isOnce = (text: string): boolean => isWrittenOnce(text, JSON.parse(text));
const faultsIn = (text: string): number => checkJson({ text, lines: new LineIndex(text) }, 0).length;

describe("certain", () => {
  test.each([
    ["compact, as most programs write it", '{"a":"x","b":[1,20,300,true,false,null],"c":{},"d":[],"e":{"a":""}}'],
    [
      "compact, with what looks like a key in a text",
      '{"a":" :","b":{},"c":[],"d":[0,9,10,95,99,100,902,2147483647,2147483648,562949953421312],"e":false}',
    ],
    ["large and negative numbers, and fractions", '{"a":562949953421312,"b":-7,"c":0.5,"d":7000,"e":1e21,"f":-0}'],
    ["a space after each comma and colon", '{"a": "x", "b": [1, 2], "c": {"d": "at 10:30, \\u00e9"}}'],
    ["on several lines", JSON.stringify({ a: 1, b: [{ c: "x" }, { c: "y" }] }, null, 2)],
    ["colons and escapes in texts", '{"url":"https://a.example/b?c=d:e","text":"a \\"b\\" c\\\\"}'],
    ["letters beyond ASCII, and half a character", '{"título":"café 🙂","half":"\\ud83d"}'],
    ["keys like those of all objects", '{"__proto__":{"a":1},"constructor":2,"toString":3,"2":4,"1":5}'],
    ["a text, a number and a word alone", '"x"'],
    ["as deep as may be", `${"[".repeat(MAX_DEPTH)}${"]".repeat(MAX_DEPTH)}`],
  ])("%s", (_what, text) => {
    expect(isOnce(text)).toBe(true);
    expect(faultsIn(text)).toBe(0);
  });
});

describe("not certain", () => {
  test.each([
    ["a key given twice", '{"a":1,"a":1}'],
    ["deep inside", '{"a":[{"b":{"c":1,"d":2,"c":3}}]}'],
    ["written in two ways", '{"a":1,"\\u0061":2}'],
    ["with a space before a colon", '{"a":1,"a" :2}'],
    ["with a space before another", '{"a" :1,"a":2,"b":3}'],
    ["where an escape could have been written shorter", '{"a":"\\u0041\\u0041","b":1,"b":2}'],
    ["the empty key", '{"":0,"":0}'],
    ["a key of all objects", '{"__proto__":1,"__proto__":2}'],
    ["a text with a colon after its quote", '{"a":"\\":","a":2}'],
    ["a key that ends in a backslash", '{"a\\\\":1,"a\\\\":2}'],
  ])("%s", (_what, text) => {
    expect(faultsIn(text)).toBeGreaterThan(0);
    expect(isOnce(text)).toBe(false);
  });

  test.each([
    "1e3",
    "1e5",
    "7e9",
    "12e3",
    "1e16",
    "1e21",
    "1e23",
    "1E22",
    "123456789e15",
    "1e-7",
    "5e-9",
    "0e9",
    "-1e5",
  ])("a key given twice that takes the room which %s leaves, being written short", (number) => {
    for (let length = 0; length < 40; length++) {
      const key = `"${"k".repeat(length)}"`;
      expect(isOnce(`{"colon":" :",${key}:1,${key}:1,"n":${number}}`), key).toBe(false);
    }
  });

  test("a level too deep, and more values than are read", () => {
    expect(isOnce(`${"[".repeat(MAX_DEPTH + 1)}${"]".repeat(MAX_DEPTH + 1)}`)).toBe(false);
    expect(isOnce(`[${"1,".repeat(MAX_NODES)}1]`)).toBe(false);
  });

  test("a text longer than is read", () => {
    expect(isOnce(JSON.stringify({ a: "x".repeat(MAX_TEXT_LENGTH - 8) }))).toBe(true);
    expect(isOnce(JSON.stringify({ a: "x".repeat(MAX_TEXT_LENGTH - 7) }))).toBe(false);
  });

  test("one value more than are read, be it an item, in a key or the whole", () => {
    const items = (count: number): string => `[${"1,".repeat(count - 1)}1]`;
    const most = [items(MAX_NODES - 1), `{"a":1,"b":${items(MAX_NODES - 3)}}`];
    const more = [items(MAX_NODES), `{"a":1,"b":${items(MAX_NODES - 2)}}`];
    expect(most.map(isOnce)).toEqual([true, true]);
    expect(most.map(faultsIn)).toEqual([0, 0]);
    expect(more.map(isOnce)).toEqual([false, false]);
    expect(more.map(faultsIn)).toEqual([1, 1]);
  });
});

/** JSON texts written in every way: spaces anywhere, escapes, and keys that may come twice. */
const jsonText = fc.letrec<{ value: string; group: string; list: string; text: string }>((tie) => {
  const space = fc.constantFrom("", "", "", " ", "\n");
  const key = fc.constantFrom('"a"', '"b"', '"\\u0061"', '"c:"', '"d\\""', '"e\\\\"', '""', '"__proto__"');
  const field = fc.tuple(key, space, space, tie("value")).map(([name, a, b, value]) => `${name}${a}:${b}${value}`);
  const joined = (open: string, close: string) => (parts: readonly [readonly string[], string]) =>
    `${open}${parts[1]}${parts[0].join(`,${parts[1]}`)}${parts[1]}${close}`;
  return {
    text: fc.constantFrom('"x"', '""', '"10:30"', '"\\":"', '" : "', '"\\u0041\\n"', '"🙂"'),
    group: fc.tuple(fc.array(field, { maxLength: 4 }), space).map(joined("{", "}")),
    list: fc.tuple(fc.array(tie("value"), { maxLength: 3 }), space).map(joined("[", "]")),
    value: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom("1", "12", "1e5", "0.5", "1000", "1E+2", "true", "null", "-0"),
      tie("text"),
      tie("group"),
      tie("list"),
    ),
  };
});

test("what is certain has no fault, whatever the text", () => {
  let certain = 0;
  fc.assert(
    fc.property(jsonText.group, (text) => {
      if (!isOnce(text)) return;
      certain++;
      expect(faultsIn(text)).toBe(0);
    }),
    { numRuns: 3000 },
  );
  expect(certain).toBeGreaterThan(500);
});

test("groups of a list begin where the walk finds them, however the text is written", () => {
  let known = 0;
  fc.assert(
    fc.property(jsonText.list, (text) => {
      const value: unknown = JSON.parse(text);
      const starts = startsWhenOnce(text, value);
      if (starts === undefined) return;
      const items = placesInJson(text, 0).items ?? [];
      expect(starts).toHaveLength(items.length);
      for (const [index, start] of starts.entries()) {
        if (start >= 0) known++;
        else expect(items[index]?.fields?.size ?? 0).toBe(0);
        expect([-1, items[index]?.start]).toContain(start);
      }
    }),
    { numRuns: 3000 },
  );
  expect(known).toBeGreaterThan(500);
});
