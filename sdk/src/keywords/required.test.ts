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

describe("fixes", () => {
  const at = "2025-03-12T08:00:00Z";

  test.each([{}, { created_at: null }, { created_at: " " }])(
    "a missing date can be that of the check: %j",
    (document) => {
      const ofDate = onField("created", { required: true });
      const title = `Set Date to ${at}, the time of this check`;
      expect(ofDate.fixes({ document, at })).toMatchObject([{ title, kind: "choice", edits: [{ value: at }] }]);
      expect(ofDate.afterFixes({ document, at })).toEqual(["holds"]);
      expect(ofDate.fixes({ document })).toEqual([]);
    },
  );

  test("a day without its time, and only one that is of this calendar", () => {
    const ofDay = onField("day", { required: true });
    expect(ofDay.fixes({ at })).toMatchObject([{ edits: [{ op: "add", path: "/due_date", value: "2025-03-12" }] }]);
    expect(ofDay.fixes({ at: "today" })).toEqual([]);
  });

  test("a date of the context, or one that is entered, is not the PCCO's to set", () => {
    expect(
      onField("contractDay", { required: true }).fixes({ context: { prime_contract: { date: null } }, at }),
    ).toEqual([]);
    expect(onField("transactionDate", { required: true }).fixes({ input: { transaction_date: null }, at })).toEqual([]);
  });

  const codes = contract({ id: 7, origin_code: null }, { id: 8, origin_code: "01" }, { id: 9, origin_code: 5 });

  test("a line is offered the contract's lines, in its order", () => {
    const ofLine = onField("lineItem", { required: true });
    const given = { document: lines({}, { prime_line_item_id: null }), context: codes };
    expect(ofLine.fixes(given, 1)).toMatchObject([
      { title: "Use 7 as Associated Line Item", kind: "choice" },
      { title: "Use 8 as Associated Line Item" },
      { title: "Use 9 as Associated Line Item" },
    ]);
    expect(ofLine.afterFixes(given, 1)).toEqual(["holds", "holds", "holds"]);
  });

  test("a code goes onto the line itself, though it is looked up by its Associated Line Item", () => {
    const ofCode = onField("code", { required: true });
    for (const line of [{ prime_line_item_id: 7 }, { prime_line_item_id: 7, billing_item_code: "" }, {}]) {
      const given = { document: lines({}, line), context: codes };
      expect(ofCode.judge(given, 1)).toBe("broken");
      expect(ofCode.fixes(given, 1)).toMatchObject([
        { title: 'Use "01" as Billing Item Code', edits: [{ path: "/line_items/1/billing_item_code", value: "01" }] },
      ]);
      expect(ofCode.afterFixes(given, 1)).toEqual(["holds"]);
    }
  });

  test("nothing is offered where the context lists nothing", () => {
    expect(onField("lineItem", { required: true }).fixes({ document: lines({}) })).toEqual([]);
    expect(onField("lineItem", { required: true }).fixes({ document: lines({}), context: contract() })).toEqual([]);
  });
});
