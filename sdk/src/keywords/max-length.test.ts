import { describe, expect, test } from "vitest";
import { contract, lines, onField } from "./testing.ts";

const ofNumber = onField("number", { maxLength: 10 });
const ofCode = onField("code", { maxLength: 10 });

describe("holds", () => {
  test.each([
    ["9 characters", "ABCDEFGHI"],
    ["10 characters", "ABCDEFGHIJ"],
    ["10 characters, the last an emoji", "ABCDEFGHI😀"],
    ["10 emoji", "😀".repeat(10)],
    ["spaces at either end", "  ABCDEFGHIJ\t\n"],
    ["no-break spaces at either end", "\u00a0ABCDEFGHIJ\ufeff"],
    ["an é of two characters", "ABCDEFGHe\u0301"],
    ["half an emoji", "ABCDEFGHI\ud83d"],
  ])("%s", (_name, number) => expect(ofNumber.judge({ document: { number } })).toBe("holds"));

  test("an id written as a number of 10 digits", () =>
    expect(onField("id", { maxLength: 10 }).judge({ document: { id: 1234567890 } })).toBe("holds"));
});

describe("broken", () => {
  test("tells the length, the limit and the cut that mends it", () => {
    const given = { document: { number: "ABCDEFGHIJK" } };
    expect(ofNumber.judge(given)).toBe("broken");
    expect(ofNumber.message(given)).toBe('Number "ABCDEFGHIJK" has 11 characters; at most 10 are allowed.');
    expect(ofNumber.expected(given)).toBe("at most 10 characters");
    expect(ofNumber.fixes(given)).toEqual([
      {
        title: 'Shorten Number to "ABCDEFGHIJ"',
        kind: "choice",
        edits: [{ op: "replace", path: "/number", value: "ABCDEFGHIJ" }],
      },
    ]);
    expect(ofNumber.afterFixes(given)).toEqual(["holds"]);
  });

  test.each([
    ["a tenth and eleventh emoji", "ABCDEFGHI😀😀", 11, "ABCDEFGHI😀"],
    ["an é of two characters", "ABCDEFGHIe\u0301", 11, "ABCDEFGHIe"],
    ["spaces inside", "ABCDEFGHI JK", 12, "ABCDEFGHI"],
    ["spaces in front", "  ABCDEFGHIJK ", 11, "ABCDEFGHIJ"],
  ])("%s", (_name, number, length, value) => {
    const given = { document: { number } };
    expect(ofNumber.judge(given)).toBe("broken");
    expect(ofNumber.words(given)).toEqual({ length, maxLength: 10 });
    expect(ofNumber.fixes(given)).toMatchObject([{ edits: [{ value }] }]);
    expect(ofNumber.afterFixes(given)).toEqual(["holds"]);
  });

  test("an id, as text or number, is never cut, for it would name something else", () => {
    const ofId = onField("id", { maxLength: 10 });
    for (const id of [12345678901, "12345678901"]) {
      expect(ofId.judge({ document: { id } })).toBe("broken");
      expect(ofId.words({ document: { id } })).toEqual({ length: 11, maxLength: 10 });
      expect(ofId.fixes({ document: { id } })).toEqual([]);
    }
  });

  test("a code of the line itself is cut there", () => {
    const given = { document: lines({}, { billing_item_code: "12345678901", prime_line_item_id: 7 }) };
    expect(ofCode.fixes(given, 1)).toMatchObject([{ edits: [{ path: "/line_items/1/billing_item_code" }] }]);
    expect(ofCode.afterFixes(given, 1)).toEqual(["holds"]);
  });

  test("a code taken from the contract can't be cut in the PCCO, but another of its codes can be picked", () => {
    const long = { id: "7", origin_code: "12345678901" };
    const document = lines({ prime_line_item_id: 7 });
    expect(ofCode.judge({ document, context: contract(long) })).toBe("broken");
    expect(ofCode.fixes({ document, context: contract(long) })).toEqual([]);
    const given = { document, context: contract(long, { id: 8, origin_code: "0520" }, { id: 9, origin_code: "0520" }) };
    expect(ofCode.fixes(given)).toEqual([
      {
        title: 'Use "0520" as Billing Item Code',
        kind: "choice",
        edits: [{ op: "add", path: "/line_items/0/billing_item_code", value: "0520" }],
      },
    ]);
    expect(ofCode.afterFixes(given)).toEqual(["holds"]);
  });

  test("a code of the line itself can be cut, or be one of the contract's", () => {
    const given = {
      document: lines({ billing_item_code: "12345678901" }),
      context: contract({ id: 8, origin_code: "0520" }),
    };
    expect(ofCode.fixes(given)).toMatchObject([
      { title: 'Shorten Billing Item Code to "1234567890"' },
      { edits: [{ op: "replace", path: "/line_items/0/billing_item_code", value: "0520" }] },
    ]);
    expect(ofCode.afterFixes(given)).toEqual(["holds", "holds"]);
  });

  test("a text of another field that stands in is cut where it stands", () => {
    const ofTitle = onField("title", { maxLength: 3 });
    const given = { document: { title: " ", subject: "Long" } };
    expect(ofTitle.fixes(given)).toMatchObject([{ edits: [{ op: "replace", path: "/subject", value: "Lon" }] }]);
    expect(ofTitle.afterFixes(given)).toEqual(["holds"]);
  });

  test("a fact of the context has no fix", () => {
    const ofSystem = onField("erpSystem", { maxLength: 3 });
    expect(ofSystem.judge({ context: { erp: { system: "spectrum" } } })).toBe("broken");
    expect(ofSystem.fixes({ context: { erp: { system: "spectrum" } } })).toEqual([]);
  });
});

describe("missing, unknown and wrong type", () => {
  test.each([{}, { number: null }, { number: "" }, { number: " ".repeat(11) }])("%j has nothing to count", (document) =>
    expect(ofNumber.judge({ document })).toBe("does not apply"),
  );

  test("a code that only the contract could tell is unknown", () => {
    const given = { document: lines({ prime_line_item_id: 7 }) };
    expect(ofCode.judge(given)).toBe("unknown");
    expect(ofCode.missing(given)).toEqual(["prime_contract"]);
  });

  test.each([[12345678901], [true], [["A"]], [{}]])("%j is no text", (number) =>
    expect(ofNumber.judge({ document: { number } })).toBe("mistyped"),
  );
});
