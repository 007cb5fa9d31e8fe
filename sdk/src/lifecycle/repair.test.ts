import { describe, expect, test } from "vitest";
import { at, context, current, frozen, ids, pcco, seed, withFields } from "../check/testing.ts";
import { as, inState, mendable } from "./testing.ts";

const off = frozen({
  ...context,
  erp: { system: "spectrum", features: { export_prime_contract_change_orders: false } },
});

describe("what is right is left alone", () => {
  test.each([seed, current])("$reference.version", (rules) => {
    const result = rules.repair(pcco, context, "send");
    expect(result).toEqual({ ok: true, document: pcco, fixes: [], edits: [] });
    expect(result.ok && result.document).toBe(pcco);
  });
});

describe("only edits with one right answer are made", () => {
  test("a status that is only spelt otherwise", () => {
    expect(current.repair(withFields({ status: "Approved" }), as({ prime_contracts: "admin" }), "send")).toMatchObject({
      ok: true,
      document: pcco,
      edits: [{ op: "replace", path: "/status", value: "approved" }],
    });
  });

  test("a field that must not be there is a need, for what it says would be lost", () => {
    const document = frozen({ a: "x", c: "open" });
    expect(mendable.repair(document, undefined, "send")).toEqual({
      ok: false,
      reasons: [],
      fixes: [],
      needs: [
        {
          ruleId: "a-absent",
          path: "/a",
          message: 'A must be empty; found "x".',
          choices: [{ title: "Remove A", kind: "choice", edits: [{ op: "remove", path: "/a" }] }],
        },
      ],
    });
  });

  test("a value that only a person knows is a need, with what there is to choose from", () => {
    const long = withFields({
      line_items: [{ ...pcco.line_items[0], billing_item_code: "12345678901" }],
      created_at: null,
    });
    expect(seed.repair(long, context, "send")).toEqual({
      ok: false,
      reasons: [],
      fixes: [],
      needs: [
        { ruleId: "date-required", path: "/created_at", message: "Date is missing.", choices: [] },
        {
          ruleId: "billing-item-code-length",
          path: "/line_items/0/billing_item_code",
          message: 'Line 1: Billing Item Code "12345678901" has 11 characters; Spectrum has room for 10.',
          choices: ["1234567890", "0010", "0520"].map((value) => ({
            title: expect.any(String),
            kind: "choice",
            edits: [{ op: "replace", path: "/line_items/0/billing_item_code", value }],
          })),
        },
      ],
    });
  });

  test("a missing date is a need too: that of the check is offered, never written", () => {
    expect(seed.repair(withFields({ created_at: null }), context, "send", { at })).toMatchObject({
      ok: false,
      needs: [{ ruleId: "date-required", choices: [{ kind: "choice", edits: [{ path: "/created_at", value: at }] }] }],
    });
  });

  test("what can be mended is offered, even when it does not suffice", () => {
    const result = current.repair(withFields({ status: "Approved", created_at: null }), context, "send");
    expect(result).toMatchObject({
      ok: false,
      needs: [{ ruleId: "date-required" }],
      fixes: [{ edits: [{ path: "/status", value: "approved" }] }],
    });
  });

  test("no warning is mended", () => {
    const document = withFields({ grand_total: "1.00" });
    expect(ids(current.check(document, context).findings)).toEqual(["total-matches"]);
    expect(current.repair(document, context, "send")).toMatchObject({ ok: true, edits: [] });
  });

  test("a need in a wrapper is told at its place there", () => {
    expect(seed.repair({ data: withFields({ created_at: null }) }, context, "send")).toMatchObject({
      ok: false,
      needs: [{ path: "/data/created_at" }],
    });
  });
});

describe("the status is set only for someone who may approve", () => {
  const draft = withFields({ status: "pending" });
  const fixed = { ok: true, document: pcco, fixes: [{ kind: "status" }] };

  test("an admin of Prime Contracts may", () => {
    expect(current.repair(draft, as({ prime_contracts: "admin" }), "send")).toMatchObject(fixed);
  });

  test("the designated reviewer may approve, but not send", () => {
    expect(current.repair(draft, as({ designated_reviewer: true }), "send")).toMatchObject({
      ok: false,
      reasons: [{ kind: "role" }],
    });
  });

  test("others get the reasons", () => {
    const result = current.repair(
      inState("rejected", { status: "pending" }),
      as({ erp_integrations: "admin" }),
      "resend",
    );
    expect(result.ok || result.reasons.map(({ kind, message }) => [kind, message])).toEqual([
      ["role", expect.stringMatching(/^"Resend to ERP" needs /)],
      ["rule", "Status is Pending - In Review; it must be Approved."],
      ["role", expect.stringMatching(/^"Approve" needs /)],
    ]);
  });

  test("nor is it set where there is no person", () => {
    const { actor: _actor, ...rest } = context;
    expect(current.repair(draft, frozen(rest), "send")).toMatchObject({ ok: false, fixes: [] });
  });

  test("approved at a known time, the Approved Date is that time", () => {
    const draft = withFields({ status: "draft", reviewed_at: null });
    const result = current.repair(draft, as({ prime_contracts: "admin" }), "send", { at });
    expect(result).toMatchObject({ ok: true, document: { status: "approved", reviewed_at: at } });
    expect(result.fixes.map(({ title }) => title)).toEqual([`Set Status to Approved, approved at ${at}`]);
    const dated = withFields({ status: "draft", reviewed_at: "2025-01-02T00:00:00Z" });
    expect(current.repair(dated, as({ prime_contracts: "admin" }), "send", { at })).toMatchObject({
      ok: true,
      document: { status: "approved", reviewed_at: "2025-01-02T00:00:00Z" },
    });
  });

  const approve = (op: "add" | "replace") => ({
    title: "Set Status to Approved",
    kind: "choice",
    edits: [{ op, path: "/status", value: "approved" }],
  });

  test.each([
    ["void", "Void"],
    ["rejected", "Rejected"],
    ["no_charge", "No Charge"],
  ])("one that a person has settled is left alone, even for someone who may approve: %s", (status, label) => {
    const document = inState("not_in_erp", { status, reviewed_at: null });
    for (const rules of [seed, current])
      for (const request of [{}, { at }])
        expect(rules.repair(document, context, "send", request)).toEqual({
          ok: false,
          reasons: [],
          fixes: [],
          needs: [
            {
              ruleId: "status-approved",
              path: "/status",
              message: `Status is ${label}; it must be Approved.`,
              choices: [approve("replace")],
            },
          ],
        });
  });

  test.each([
    ["aproved", '"aproved"', "replace"],
    ["disapproved", '"disapproved"', "replace"],
    ["voided", '"voided"', "replace"],
    ["closed", '"closed"', "replace"],
    [null, "missing", "add"],
  ] as const)("nor is one guessed that is misspelt or missing: %j", (status, shown, op) => {
    const document = inState("not_in_erp", { status });
    const need = {
      ruleId: "status-approved",
      path: "/status",
      message: `Status is ${shown}; it must be ${status === null ? "Approved" : '"approved"'}.`,
      choices: [approve(op)],
    };
    for (const request of [{}, { at }]) {
      expect(seed.repair(document, context, "send", request)).toEqual({
        ok: false,
        reasons: [],
        fixes: [],
        needs: [need],
      });
      const result = current.repair(document, context, "send", request);
      expect(result).toMatchObject({
        ok: false,
        reasons: [],
        fixes: [],
        needs: [need, { ruleId: "status-known", path: "/status" }],
      });
      if (!result.ok)
        for (const { kind } of result.needs.flatMap(({ choices }) => choices)) expect(kind).toBe("choice");
    }
  });

  test("a date that becomes needed by approving is a need", () => {
    expect(current.repair(withFields({ status: "draft", reviewed_at: null }), context, "send")).toMatchObject({
      ok: false,
      needs: [{ ruleId: "approved-date-required", path: "/reviewed_at" }],
    });
  });
});

describe("what no edit of the PCCO can mend is a reason", () => {
  test("the state", () => {
    expect(current.repair(inState("exporting"), context, "send")).toMatchObject({
      ok: false,
      reasons: [{ kind: "state" }],
      needs: [],
      fixes: [],
    });
  });

  test("an ERP id, which is not taken away", () => {
    const twice = "The PCCO has an ERP id already. Unlink or reset it first, or it would be in the ERP system twice.";
    const document = inState("not_in_erp", { erp: { status: "not_in_erp", origin_id: "CR-1" } });
    for (const rules of [seed, current])
      expect(rules.repair(document, context, "send")).toEqual({
        ok: false,
        reasons: [{ kind: "state", message: twice, source: expect.anything() }],
        needs: [],
        fixes: [],
      });
    expect(current.repair(inState("synced"), context, "send")).toMatchObject({
      ok: false,
      reasons: [
        { kind: "state", message: expect.stringContaining("it is Synced.") },
        { kind: "state", message: twice },
      ],
      needs: [],
      fixes: [],
    });
  });

  test("the surroundings", () => {
    const result = seed.repair(withFields({ line_items: [] }), off, "send");
    expect(result.ok || [result.reasons.map(({ ruleId }) => ruleId), result.needs]).toEqual([
      ["export-switched-on"],
      [],
    ]);
  });

  test("what can't be judged", () => {
    const result = seed.repair(pcco, frozen({ erp: context.erp, actor: context.actor }), "send");
    expect(result.ok || result.reasons.map(({ ruleId, unknown }) => [ruleId, unknown])).toEqual([
      ["billing-item-code-length", true],
      ["associated-line-item-known", true],
    ]);
  });

  test("a PCCO that is locked is not edited", () => {
    const result = current.repair(inState("ready_to_export", { status: "Approved" }), context, "accept", { at });
    expect(result).toMatchObject({
      ok: false,
      reasons: [
        {
          kind: "state",
          message: "The PCCO is locked while its ERP status is Ready to Export, so it can't be repaired now.",
        },
      ],
    });
    expect(current.repair(inState("ready_to_export"), context, "accept", { at })).toMatchObject({
      ok: true,
      edits: [],
    });
  });
});

describe("what is entered counts", () => {
  test("as in the event itself", () => {
    expect(current.repair(inState("ready_to_export"), context, "accept")).toMatchObject({
      ok: false,
      reasons: [{ ruleId: "transaction-date" }],
    });
    expect(
      current.repair(inState("ready_to_export"), context, "accept", { input: { transaction_date: "2025-03-12" } }).ok,
    ).toBe(true);
  });
});
