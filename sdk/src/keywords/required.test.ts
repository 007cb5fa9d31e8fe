import { describe, expect, test } from "vitest";
import { contract, lines, onField } from "./testing.ts";

const ofNumber = onField("number", { required: true });

describe("holds", () => {
  test.each(["1", " 1 ", "0"])("%j", (number) => expect(ofNumber.judge({ document: { number } })).toBe("holds"));

  test("false, zero and an empty list are values", () => {
    expect(onField("isPrivate", { required: true }).judge({ document: { private: false } })).toBe("holds");
    expect(onField("revision", { required: true }).judge({ document: { revision: 0 } })).toBe("holds");
    expect(onField("lines", { required: true }).judge({ document: { line_items: [] } })).toBe("holds");
  });

  test("a value that another place gives", () => {
    const given = { document: lines({ prime_line_item_id: 7 }), context: contract({ id: 7, origin_code: "01" }) };
    expect(onField("code", { required: true }).judge(given)).toBe("holds");
  });
});

describe("broken", () => {
  test.each([{}, { number: null }, { number: "" }, { number: " \t\n\u00a0" }])("%j", (document) => {
    expect(ofNumber.judge({ document })).toBe("broken");
    expect(ofNumber.message({ document })).toBe("Number is missing.");
    expect(ofNumber.expected({ document })).toBe("a value");
    expect(ofNumber.words({ document })).toEqual({});
    expect(ofNumber.fixes({ document })).toEqual([]);
  });

  test("what the context knows to be missing", () => {
    expect(onField("erpSystem", { required: true }).judge({ context: { erp: { system: null } } })).toBe("broken");
    const unknownLine = { document: lines({ prime_line_item_id: 8 }), context: contract({ id: 7, origin_code: "01" }) };
    expect(onField("code", { required: true }).judge(unknownLine)).toBe("broken");
  });

  test("a line whose parent is null", () =>
    expect(onField("erpId", { required: true }).judge({ document: { erp: null } })).toBe("broken"));
});

describe("missing, unknown and wrong type", () => {
  test("what the context does not give is unknown, not missing", () => {
    const ofSystem = onField("erpSystem", { required: true });
    expect(ofSystem.judge({})).toBe("unknown");
    expect(ofSystem.judge({ context: { erp: {} } })).toBe("unknown");
    expect(ofSystem.missing({ context: { erp: {} } })).toEqual(["erp.system"]);
  });

  test("what is not entered yet is unknown", () => {
    const ofEntry = onField("transactionDate", { required: true });
    expect(ofEntry.judge({})).toBe("unknown");
    expect(ofEntry.missing({})).toEqual(["transaction_date, which is entered for the event"]);
    expect(ofEntry.judge({ input: { transaction_date: "2025-03-04" } })).toBe("holds");
  });

  test("a number is no text", () => expect(ofNumber.judge({ document: { number: 1 } })).toBe("mistyped"));
});
