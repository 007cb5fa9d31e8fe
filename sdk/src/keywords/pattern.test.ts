import { describe, expect, test } from "vitest";
import { pattern } from "./pattern.ts";
import { onField } from "./testing.ts";

const ofNumber = onField("number", { pattern: "[A-Z]{2}-[0-9]+" });

describe("holds", () => {
  test.each(["AB-1", "AB-0042", " AB-1 "])("%j", (number) =>
    expect(ofNumber.judge({ document: { number } })).toBe("holds"),
  );

  test("an id written as a number or text", () => {
    const ofId = onField("id", { pattern: "[0-9]{3}" });
    expect([123, "123", 1234].map((id) => ofId.judge({ document: { id } }))).toEqual(["holds", "holds", "broken"]);
  });
});

describe("broken", () => {
  test.each(["ab-1", "AB-", "ABC-1", "xAB-1", "AB-1x", "AB-1\nAB-2"])("%j", (number) =>
    expect(ofNumber.judge({ document: { number } })).toBe("broken"),
  );

  test("shows the pattern", () => {
    const given = { document: { number: "ab-1" } };
    expect(ofNumber.message(given)).toBe('Number "ab-1" does not look like [A-Z]{2}-[0-9]+.');
    expect(ofNumber.expected(given)).toBe("text like [A-Z]{2}-[0-9]+");
    expect(ofNumber.words(given)).toEqual({ pattern: "[A-Z]{2}-[0-9]+" });
    expect(ofNumber.fixes(given)).toEqual([]);
  });
});

describe("missing, unknown and wrong type", () => {
  test.each([{}, { number: null }, { number: " " }])("%j has nothing to look at", (document) =>
    expect(ofNumber.judge({ document })).toBe("does not apply"),
  );

  test("a context that is not given", () => expect(onField("erpSystem", { pattern: "x" }).judge({})).toBe("unknown"));

  test("a number is no text", () => expect(ofNumber.judge({ document: { number: 1 } })).toBe("mistyped"));
});

test("a pattern outside the subset is complained of, and makes no check", () => {
  expect(pattern.complaint?.({ pattern: "(a+)+" })).toMatch(/^groups and alternatives/);
  expect(pattern.complaint?.({ pattern: "a+" })).toBeUndefined();
  expect(pattern.complaint?.({})).toBeUndefined();
  expect(() => onField("number", { pattern: "(a+)+" })).toThrow(RangeError);
});
