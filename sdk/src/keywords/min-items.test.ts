import { describe, expect, test } from "vitest";
import { onField } from "./testing.ts";

const two = onField("lines", { minItems: 2 });
const list = (line_items: unknown) => ({ document: { line_items } });

test.each([[[1, 2]], [[1, 2, 3]], [[null, null]]])("%j holds", (items) => expect(two.judge(list(items))).toBe("holds"));

describe("broken", () => {
  test.each([
    [[1], 1],
    [[], 0],
  ])("%j", (items, count) => {
    expect(two.judge(list(items))).toBe("broken");
    expect(two.message(list(items))).toBe(`Lines has ${count} entries; at least 2 needed.`);
    expect(two.expected(list(items))).toBe("at least 2");
    expect(two.words(list(items))).toEqual({ count, minItems: 2 });
    expect(two.fixes(list(items))).toEqual([]);
  });
});

describe("missing, unknown and wrong type", () => {
  test.each([undefined, null, ""])("%j has no items", (items) => {
    expect(two.judge(list(items))).toBe("broken");
    expect(two.words(list(items))).toEqual({ count: 0, minItems: 2 });
  });

  test.each([5, "ab", { 0: 1, 1: 2, length: 2 }])("%j is no list", (items) =>
    expect(two.judge(list(items))).toBe("mistyped"),
  );
});
