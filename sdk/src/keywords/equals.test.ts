import { describe, expect, test } from "vitest";
import { context, current, only, ruleSet, seed, withFields } from "../check/testing.ts";
import { contract, lines, onField } from "./testing.ts";

const isApproved = onField("status", { equals: "approved" });
/** Rules of a status of which some values are settled. */
const withSettled = await ruleSet(`fields:
  status: { label: Status, path: status, type: choice, settled: [no_charge, void], choices: { draft: Draft, approved: Approved, no_charge: No Charge, void: Void } }
sources: { page: { title: Page, url: "https://example.com" } }
rules:
  approved: { field: status, equals: approved, severity: error, stage: send, source: page }
states: { open: { label: Open, icon: none, locked: false, initial: true } }
roles: { anyone: { label: anyone, where: { field: status, required: true } } }
lifecycle: { send: { label: Send, from: [open], role: anyone, checks: [send] } }
`);
const sameContract = onField("id", { equals: { field: "contractId" } });

describe("holds", () => {
  test("the very value", () => {
    expect(isApproved.judge({ document: { status: "approved" } })).toBe("holds");
    expect(onField("isPrivate", { equals: false }).judge({ document: { private: false } })).toBe("holds");
    expect(onField("revision", { equals: 0 }).judge({ document: { revision: 0 } })).toBe("holds");
  });

  test.each([
    ["42", 42],
    [42, "42"],
    [42, 42],
    ["42", "42"],
  ])("an id of %j, asked to be %j", (id, wanted) =>
    expect(onField("id", { equals: wanted }).judge({ document: { id } })).toBe("holds"),
  );

  test.each([
    [42, "42"],
    ["42", 42],
    ["a", "a"],
  ])("ids of two fields, %j and %j", (id, other) =>
    expect(sameContract.judge({ document: { id, contract: { id: other } } })).toBe("holds"),
  );
});

describe("broken", () => {
  test("another choice needs a person", () => {
    const given = { document: { status: "draft" } };
    expect(isApproved.judge(given)).toBe("broken");
    expect(isApproved.message(given)).toBe("Status is Draft; it must be Approved.");
    expect(isApproved.expected(given)).toBe("approved");
    expect(isApproved.fixes(given)).toEqual([
      {
        title: "Set Status to Approved",
        kind: "choice",
        edits: [{ op: "replace", path: "/status", value: "approved" }],
      },
    ]);
    expect(isApproved.afterFixes(given)).toEqual(["holds"]);
  });

  test("a status that is not settled needs someone who may approve", () => {
    expect(only(withSettled.check({ status: "draft" }).findings)).toMatchObject({
      message: "Status is Draft; it must be Approved.",
      expected: "approved",
    });
    expect(only(withSettled.check({ status: "draft" }).findings).fixes).toEqual([
      {
        title: "Set Status to Approved",
        kind: "status",
        edits: [{ op: "replace", path: "/status", value: "approved" }],
      },
    ]);
  });

  test.each([
    [{ status: "no_charge" }, "replace"],
    [{ status: "void" }, "replace"],
    [{ status: "aproved" }, "replace"],
    [{ status: "disapproved" }, "replace"],
    [{ status: "constructor" }, "replace"],
    [{ status: "" }, "replace"],
    [{ status: null }, "add"],
    [{}, "add"],
  ])("one that is settled, misspelt or missing needs a person who decides: %j", (document, op) => {
    expect(only(withSettled.check(document).findings).fixes).toEqual([
      { title: "Set Status to Approved", kind: "choice", edits: [{ op, path: "/status", value: "approved" }] },
    ]);
  });

  test("one that is only spelled otherwise needs neither", () => {
    expect(only(withSettled.check({ status: "Approved " }).findings).fixes).toEqual([
      {
        title: 'Write Status as "approved"',
        kind: "safe",
        edits: [{ op: "replace", path: "/status", value: "approved" }],
      },
    ]);
  });

  test.each([seed, current])(
    "in Spectrum's rules, No Charge, Rejected and Void are settled ($reference.version)",
    (rules) => {
      const statuses = Object.keys(rules.definition.fields.status?.choices ?? {}).filter((each) => each !== "approved");
      expect(statuses).toHaveLength(11);
      const settled = statuses.filter((status) => {
        const { fixes } = only(rules.check(withFields({ status }), context).findings);
        expect(["status", "choice"]).toContain(only(fixes).kind);
        return only(fixes).kind === "choice";
      });
      expect(settled).toEqual(["no_charge", "rejected", "void"]);
    },
  );

  test.each(["Approved", "APPROVED", " approved "])("%j is only spelled otherwise", (status) => {
    const given = { document: { status } };
    expect(isApproved.judge(given)).toBe("broken");
    expect(isApproved.fixes(given)).toMatchObject([{ title: 'Write Status as "approved"', kind: "safe" }]);
    expect(isApproved.afterFixes(given)).toEqual(["holds"]);
  });

  test.each(["No Charge", "no-charge", "NOCHARGE"])("%j is the choice no_charge", (status) =>
    expect(onField("status", { equals: "no_charge" }).fixes({ document: { status } })).toMatchObject([
      { kind: "safe" },
    ]),
  );

  test.each(["disapproved", "unapproved", "aproved"])("%j is near, but not approved without a person", (status) =>
    expect(isApproved.fixes({ document: { status } })).toMatchObject([
      { kind: "choice", edits: [{ value: "approved" }] },
    ]),
  );

  test("in other fields a different value needs a person, a different spelling does not", () => {
    const isUnit = onField("kind", { equals: "unit" });
    expect(isUnit.fixes({ document: { kind: "lump_sum" } })).toMatchObject([
      { title: "Set Kind to Unit Price", kind: "choice" },
    ]);
    const ofNumber = onField("number", { equals: "A-1" });
    expect(ofNumber.fixes({ document: { number: "a-1 " } })).toMatchObject([{ kind: "safe" }]);
    expect(ofNumber.fixes({ document: { number: "A1" } })).toMatchObject([{ kind: "choice" }]);
  });

  test("another choice is another value, however alike it is spelled", () => {
    const isLumpSum = onField("kind", { equals: "lump_sum" });
    expect(isLumpSum.fixes({ document: { kind: "LumpSum" } })).toMatchObject([{ kind: "choice" }]);
    expect(isLumpSum.fixes({ document: { kind: "Lump Sum" } })).toMatchObject([{ kind: "safe" }]);
  });

  test.each([
    [{}, "add"],
    [{ erp: null }, "add"],
    [{ erp: {} }, "add"],
    [{ erp: { origin_id: null } }, "add"],
    [{ erp: { origin_id: "" } }, "replace"],
  ])("a value missing from %j is set", (document, op) => {
    const ofErp = onField("erpId", { equals: "E1" });
    expect(ofErp.judge({ document })).toBe("broken");
    expect(ofErp.message({ document })).toMatch(/^ERP id is (nothing|""); it must be "E1"\.$/);
    expect(ofErp.fixes({ document })).toMatchObject([
      { kind: "choice", edits: [{ op, path: "/erp/origin_id", value: "E1" }] },
    ]);
    expect(ofErp.afterFixes({ document })).toEqual(["holds"]);
  });

  test("a code that the contract gives is not written over the line's id", () => {
    const ofCode = onField("code", { equals: "01" });
    const document = lines({ prime_line_item_id: 7 });
    for (const line of [{ id: 7, origin_code: "02" }, { id: 7, origin_code: null }, { id: 8 }]) {
      expect(ofCode.judge({ document, context: contract(line) })).toBe("broken");
      expect(ofCode.fixes({ document, context: contract(line) })).toEqual([]);
    }
  });

  test("unlike another field", () => {
    const given = { document: { id: 41, contract: { id: "42" } } };
    expect(sameContract.judge(given)).toBe("broken");
    expect(sameContract.message(given)).toBe('Id is 41; it must be "42".');
    expect(sameContract.expected(given)).toBe("42");
    expect(sameContract.fixes(given)).toEqual([
      { title: 'Set Id to "42"', kind: "choice", edits: [{ op: "replace", path: "/id", value: "42" }] },
    ]);
    expect(sameContract.afterFixes(given)).toEqual(["holds"]);
  });

  test("a number put into a text becomes text", () => {
    const ofNumber = onField("number", { equals: { field: "id" } });
    const given = { document: { number: "1", id: 2 } };
    expect(ofNumber.fixes(given)).toMatchObject([{ edits: [{ value: "2" }] }]);
    expect(ofNumber.afterFixes(given)).toEqual(["holds"]);
  });
});

describe("missing, unknown and wrong type", () => {
  test("a missing value is not the one asked for, but differs from no other field", () => {
    expect(isApproved.judge({})).toBe("broken");
    expect(sameContract.judge({ document: { contract: { id: 1 } } })).toBe("does not apply");
    expect(sameContract.judge({ document: { id: 1, contract: { id: null } } })).toBe("does not apply");
  });

  test("the other field's place in the context may not be given", () => {
    const ofErp = onField("erpId", { equals: { field: "contractCode" } });
    const document = { erp: { origin_id: "E1" } };
    expect(ofErp.judge({ document })).toBe("unknown");
    expect(ofErp.missing({ document })).toEqual(["prime_contract"]);
    expect(ofErp.judge({ document, context: { prime_contract: { origin_id: "E1" } } })).toBe("holds");
  });

  test("the other field is of the wrong type: unknown, and nothing of the context is missing", () => {
    const given = { document: { id: 1, contract: { id: { toString: 1 } } } };
    expect(sameContract.judge(given)).toBe("unknown");
    expect(sameContract.missing(given)).toEqual([]);
  });

  test("a number is no status", () => expect(isApproved.judge({ document: { status: 1 } })).toBe("mistyped"));
});
