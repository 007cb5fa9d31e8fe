import { describe, expect, test } from "vitest";
import { contract, lines, onField } from "./testing.ts";

const ofStatus = onField("status", { oneOf: ["approved", "no_charge", "void"] });
const ofNumber = onField("number", { oneOf: ["Send", "send"] });

describe("holds", () => {
  test.each(["approved", "no_charge", "void"])("%s", (status) =>
    expect(ofStatus.judge({ document: { status } })).toBe("holds"),
  );

  test("ids written as number or text", () => {
    const ofId = onField("id", { oneOf: ["7", "08"] });
    expect([7, "7", "08", 8, "8", 70].map((id) => ofId.judge({ document: { id } }))).toEqual([
      ...["holds", "holds", "holds"],
      ...["broken", "broken", "broken"],
    ]);
  });
});

describe("broken", () => {
  test("names what is allowed as people call it", () => {
    const given = { document: { status: "draft" } };
    expect(ofStatus.judge(given)).toBe("broken");
    expect(ofStatus.message(given)).toBe("Status is Draft; allowed are Approved, No Charge or Void.");
    expect(ofStatus.expected(given)).toBe("approved, no_charge or void");
    expect(ofStatus.fixes(given)).toEqual([]);
  });

  test("case and spaces are mended at once", () => {
    const given = { document: { status: " Approved" } };
    expect(ofStatus.fixes(given)).toEqual([
      {
        title: 'Write Status as "approved"',
        kind: "safe",
        edits: [{ op: "replace", path: "/status", value: "approved" }],
      },
    ]);
    expect(ofStatus.afterFixes(given)).toEqual(["holds"]);
  });

  test.each(["aproved", "disapproved", "No-Charge"])("%j is near one, for a person to agree", (status) => {
    expect(ofStatus.fixes({ document: { status } })).toMatchObject([{ kind: "choice" }]);
    expect(ofStatus.afterFixes({ document: { status } })).toEqual(["holds"]);
  });

  test("the name by which people know a choice stands for it", () => {
    const kinds = onField("kind", { oneOf: ["unit", "lump_sum"] });
    const given = { document: { kind: "unit - price" } };
    expect(kinds.fixes(given)).toMatchObject([{ title: 'Write Kind as "unit"', kind: "choice" }]);
    expect(kinds.afterFixes(given)).toEqual(["holds"]);
  });

  test("a code that the contract gives is not written over the line's id", () => {
    const given = { document: lines({ prime_line_item_id: 7 }), context: contract({ id: 7, origin_code: "aa" }) };
    expect(onField("code", { oneOf: ["AA"] }).judge(given)).toBe("broken");
    expect(onField("code", { oneOf: ["AA"] }).fixes(given)).toEqual([]);
  });

  test("words of JavaScript's own objects are nothing special", () => {
    const given = { document: { status: "constructor" } };
    expect(ofStatus.message(given)).toBe('Status is "constructor"; allowed are "approved", "no_charge" or "void".');
  });
});

describe("missing, unknown and wrong type", () => {
  test.each([{}, { number: null }, { number: " " }])("%j is none of them", (document) => {
    expect(ofNumber.judge({ document })).toBe("broken");
    expect(ofNumber.fixes({ document })).toEqual([]);
  });

  test("a context that is not given", () => {
    const ofSystem = onField("erpSystem", { oneOf: ["spectrum"] });
    expect(ofSystem.judge({})).toBe("unknown");
    expect(ofSystem.judge({ context: { erp: { system: 5 } } })).toBe("unknown");
    expect(ofSystem.judge({ context: { erp: { system: "Spectrum" } } })).toBe("broken");
    expect(ofSystem.fixes({ context: { erp: { system: "Spectrum" } } })).toEqual([]);
  });

  test("a list is no status", () => expect(ofStatus.judge({ document: { status: ["approved"] } })).toBe("mistyped"));
});
