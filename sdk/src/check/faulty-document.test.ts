import { describe, expect, test } from "vitest";
import type { Verdict } from "./check.ts";
import { context, contract, current, frozen, ids, only, pcco, ruleSet, seed, withFields, withLine } from "./testing.ts";

/** Judges a value that the types would not let through. */
function judge(document: unknown, surroundings: unknown = context): Verdict {
  return Reflect.apply(current.check, current, [frozen(document), frozen(surroundings)]);
}

function types(verdict: Verdict): readonly (readonly [string, string])[] {
  return verdict.findings.filter(({ stage }) => stage === "read").map(({ path, message }) => [path, message]);
}

describe("what is no PCCO at all is blocked", () => {
  test.each([
    [null, "nothing"],
    [undefined, "nothing"],
    ["draft", '"draft"'],
    [42, "42"],
    [true, "true"],
    [[pcco], "a list of 1"],
  ])("%j", (document, found) => {
    expect(judge(document)).toEqual({
      outcome: "blocked",
      findings: [
        {
          ruleId: "document/type",
          severity: "error",
          state: "broken",
          stage: "read",
          path: "",
          fixes: [],
          message: `A PCCO is a group of fields such as number and status; found ${found}.`,
        },
      ],
    });
  });

  test("nor can it be moved or repaired", () => {
    const reason = { kind: "rule", message: 'A PCCO is a group of fields such as number and status; found "draft".' };
    expect(Reflect.apply(current.transition, current, ["draft", "send", { at: "2025-03-12T08:00:00Z" }])).toEqual({
      ok: false,
      reasons: [reason],
    });
    expect(Reflect.apply(current.repair, current, ["draft", context, "send"])).toEqual({
      ok: false,
      reasons: [reason],
      needs: [],
      fixes: [],
    });
    expect(Reflect.apply(current.actions, current, ["draft", context])).toEqual([]);
    expect(Reflect.apply(current.statusOf, current, ["draft"])).toBe("not_in_erp");
  });
});

describe("a value of the wrong type is told once for its place, and blocks", () => {
  test.each([
    ["a number for a text", { number: 4 }, "/number", "Number (#) must be a text in quotes; found the number 4."],
    ["yes-no for a text", { title: true }, "/title", "Title must be a text in quotes; found true."],
    [
      "a number for a status",
      { status: 3 },
      "/status",
      "Status must be draft, pending, revised, pricing, not_pricing, proceeding, not_proceeding, pending_billable, approved, no_charge, rejected or void; found the number 3.",
    ],
    [
      "a text for the ERP state",
      { erp: "sent" },
      "/erp",
      'erp must be a group of fields with a status, which is not_integrated, not_in_erp, ready_to_export, exporting, failed_to_export, rejected, invalid or synced; found "sent".',
    ],
    [
      "an ERP status that is none",
      { erp: { status: "posted" } },
      "/erp/status",
      'The ERP status "posted" is not known. It can be not_integrated, not_in_erp, ready_to_export, exporting, failed_to_export, rejected, invalid or synced.',
    ],
    [
      "a number for an amount",
      { grand_total: 10500 },
      "/grand_total",
      'Grand Total must be an amount in quotes, such as "8000.00"; found the number 10500.',
    ],
    [
      "a text for a date",
      { created_at: "yesterday" },
      "/created_at",
      'Date must be a date and time that exist, such as 2025-03-04T15:10:00Z; found "yesterday".',
    ],
    [
      "a day that does not exist",
      { created_at: "2025-02-30" },
      "/created_at",
      'Date must be a date and time that exist, such as 2025-03-04T15:10:00Z; found "2025-02-30".',
    ],
    ["half an id", { contract_id: 901.5 }, "/contract_id", "Prime contract must be an id; found the number 901.5."],
    [
      "lines as a group",
      { line_items: { id: 1 } },
      "/line_items",
      "line_items must be a list; found a group of fields.",
    ],
    ["lines as a text", { line_items: "none" }, "/line_items", 'line_items must be a list; found "none".'],
    ["a group for a text", { title: {} }, "/title", "Title must be a text in quotes; found a group of fields."],
    ["a list for a text", { title: [] }, "/title", "Title must be a text in quotes; found a list of 0."],
  ])("%s", (_name, fields, path, message) => {
    const verdict = judge(withFields(fields));
    expect(verdict.outcome).toBe("blocked");
    expect(types(verdict)).toEqual([[path, message]]);
  });

  test("lines that are none", () => {
    expect(types(judge(withFields({ line_items: [pcco.line_items[0], 1, null, "x", []] })))).toEqual([
      ["/line_items/1", "Line 2 must be a group of fields; found the number 1."],
      ["/line_items/2", "Line 3 must be a group of fields; found nothing."],
      ["/line_items/3", 'Line 4 must be a group of fields; found "x".'],
      ["/line_items/4", "Line 5 must be a group of fields; found a list of 0."],
    ]);
  });

  test("even for a rule that only warns", () => {
    expect(judge(withLine({ prime_line_item_id: 1.5 }))).toMatchObject({ outcome: "blocked" });
    expect(judge(withFields({ number: 4 }))).toMatchObject({ outcome: "blocked" });
  });

  test("a rule that waits for that value is not told besides", () => {
    expect(ids(judge(withFields({ status: 3 })).findings)).toEqual(["document/type"]);
  });

  test("a bare number for a text can be put in quotes, by someone who knows its digits", () => {
    expect(only(judge(withLine({ billing_item_code: 520 })).findings).fixes).toEqual([
      {
        title: "Put 520 in quotes",
        kind: "choice",
        edits: [{ op: "replace", path: "/line_items/0/billing_item_code", value: "520" }],
      },
    ]);
  });
});

describe("names that every JavaScript object has are no fields", () => {
  test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("%s", (name) => {
    const document = { ...pcco, ...JSON.parse(`{ "${name}": { "status": "draft" } }`) };
    expect(judge(document).outcome).toBe("exportable");
    expect(judge(JSON.parse(`{ "${name}": ${JSON.stringify(pcco)} }`)).outcome).toBe("blocked");
  });

  test("nor are they statuses, toggles or permissions", () => {
    for (const status of ["__proto__", "constructor", "toString"])
      expect(judge(withFields({ status })).outcome).toBe("blocked");
    const features = JSON.parse('{ "__proto__": { "export_prime_contract_change_orders": true } }');
    expect(judge(pcco, { ...context, erp: { system: "spectrum", features } }).outcome).not.toBe("exportable");
  });
});

describe("surroundings of the wrong shape never let a PCCO through", () => {
  test.each([
    ["null", null],
    ["a list", []],
    ["a text", "spectrum"],
    ["an ERP that is a text", { ...context, erp: "spectrum" }],
    ["an ERP system that is a number", { ...context, erp: { ...context.erp, system: 1 } }],
    [
      "toggles in a list",
      { ...context, erp: { system: "spectrum", features: ["export_prime_contract_change_orders"] } },
    ],
    [
      "a toggle written as a word",
      { ...context, erp: { system: "spectrum", features: { export_prime_contract_change_orders: "on" } } },
    ],
    ["a contract that is a number", { ...context, prime_contract: 901 }],
    ["a contract without anything", { ...context, prime_contract: {} }],
    ["contract lines as a group", { ...context, prime_contract: { ...contract, line_items: {} } }],
    ["contract lines that are numbers", { ...context, prime_contract: { ...contract, line_items: [7001, 7002] } }],
    ["a status that is a number", { ...context, prime_contract: { ...contract, status: 1 } }],
  ])("%s", (_name, surroundings) => {
    expect(judge(pcco, surroundings).outcome).not.toBe("exportable");
  });
});

describe("a rule about a list of the context", async () => {
  const rules = await ruleSet(`fields:
  system: { label: System, in: context, path: erp.system, type: text }
  code: { label: Contract line code, in: context, path: "prime_contract.line_items[].origin_code", type: text }
sources: { page: { title: Page, url: "https://example.com" } }
rules:
  code-required: { title: Each contract line has a code, field: code, required: true, severity: error, stage: send, source: page }
  code-distinct: { title: Codes differ, field: code, distinct: true, severity: error, stage: send, source: page }
states: { open: { label: Open, icon: none, locked: false, initial: true } }
roles: { anyone: { label: x, where: { field: system, required: true } } }
lifecycle: { send: { label: Send, from: [open], role: anyone, checks: [send] } }
`);

  test("is unknown where the list is not given, never a fault of the PCCO", () => {
    const verdict = rules.check(pcco, {});
    expect(verdict.outcome).toBe("unknown");
    expect(verdict.findings.map(({ ruleId, state, path, missing }) => [ruleId, state, path, missing])).toEqual([
      ["code-required", "unknown", "", ["prime_contract"]],
      ["code-distinct", "unknown", "", ["prime_contract"]],
    ]);
  });

  test("is asked where it is", () => {
    expect(rules.check(pcco, context).outcome).toBe("exportable");
    const lines = [
      { id: 1, origin_code: null },
      { id: 2, origin_code: "1" },
      { id: 3, origin_code: "1" },
    ];
    expect(ids(rules.check(pcco, { prime_contract: { line_items: lines } }).findings)).toEqual([
      "code-required",
      "code-distinct",
    ]);
  });
});

test("seed rules and current rules agree that a PCCO with nothing in it is blocked", () => {
  expect(seed.check({}, context).outcome).toBe("blocked");
  expect(current.check({}, context).outcome).toBe("blocked");
});
