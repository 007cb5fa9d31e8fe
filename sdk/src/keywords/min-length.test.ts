import { describe, expect, test } from "vitest";
import { onField } from "./testing.ts";

const ofNumber = onField("number", { minLength: 3 });

describe("holds", () => {
  test.each(["ABC", "ABCD", "A C", "AB😀", "  ABC  "])("%j", (number) =>
    expect(ofNumber.judge({ document: { number } })).toBe("holds"),
  );

  test("an id written as a number", () => {
    const ofId = onField("id", { minLength: 3 });
    expect(ofId.judge({ document: { id: 100 } })).toBe("holds");
    expect(ofId.judge({ document: { id: 99 } })).toBe("broken");
  });
});

describe("broken", () => {
  test.each([
    ["AB", 2],
    ["😀😀", 2],
    ["  A  ", 1],
  ])("%j", (number, length) => {
    const given = { document: { number } };
    expect(ofNumber.judge(given)).toBe("broken");
    expect(ofNumber.words(given)).toMatchObject({ length, minLength: 3 });
  });

  test("says how many are needed, and makes no value up", () => {
    const given = { document: { number: "AB" } };
    expect(ofNumber.message(given)).toBe('Number "AB" has 2 characters; at least 3 are needed.');
    expect(ofNumber.expected(given)).toBe("at least 3 characters");
    expect(ofNumber.message({ document: { number: "A" } })).toBe('Number "A" has 1 character; at least 3 are needed.');
    expect(ofNumber.fixes(given)).toEqual([]);
  });
});

describe("missing, unknown and wrong type", () => {
  test.each([{}, { number: null }, { number: "" }, { number: "     " }])("%j has nothing to count", (document) =>
    expect(ofNumber.judge({ document })).toBe("does not apply"),
  );

  test("a context that is not given", () => {
    const ofSystem = onField("erpSystem", { minLength: 3 });
    expect(ofSystem.judge({})).toBe("unknown");
    expect(ofSystem.missing({})).toEqual(["erp"]);
  });

  test("a number is no text", () => expect(ofNumber.judge({ document: { number: 123 } })).toBe("mistyped"));
});
