import { describe, expect, test } from "vitest";
import type { RuleTestCase, RuleTestFile } from "../generated/types.ts";
import { loadBundled } from "../load.ts";
import { runCase } from "./run-case.ts";

const rules = loadBundled("spectrum/pcco@1.0.0");

const file: RuleTestFile = {
  ruleSet: "spectrum/pcco@1.0.0",
  at: "2026-11-05T09:00:00Z",
  documents: {
    canopy: {
      status: "approved",
      created_at: "2025-03-04T15:10:00Z",
      line_items: [{ id: 88101, prime_line_item_id: 7002, billing_item_code: "0520" }],
    },
  },
  contexts: {
    spectrum: {
      erp: { system: "spectrum", features: { export_prime_contract_change_orders: true } },
      prime_contract: { id: 901, line_items: [{ id: 7002, origin_code: "0520" }] },
    },
  },
  actors: { admin: { prime_contracts: "admin" }, nobody: { prime_contracts: "none" } },
  cases: [],
};

function run(each: Partial<RuleTestCase>): ReturnType<typeof runCase> {
  return runCase(rules, file, { name: "a case", document: "canopy", context: "spectrum", ...each });
}

describe("a case passes when", () => {
  test.each<[string, Partial<RuleTestCase>]>([
    ["the outcome is as expected", { outcome: "exportable" }],
    [
      "exactly the expected rules are broken",
      { change: { "/status": "draft", "/created_at": null }, broken: ["date-required", "status-approved"] },
    ],
    [
      "exactly the expected rules are unknown",
      { changeContext: { "/prime_contract": null }, unknown: ["associated-line-item-known"] },
    ],
    ["the event leads where it should", { actor: "admin", moves: "ready_to_export" }],
    ["the event is refused, for the expected reasons", { actor: "nobody", moves: "refused", reasons: ["role"] }],
    [
      "what is added to a list is seen",
      { change: { "/line_items/-": { prime_line_item_id: 7999 } }, broken: ["associated-line-item-known"] },
    ],
    [
      "what is made along the way is seen",
      { change: { "/erp/status": "synced" }, actor: "admin", moves: "refused", reasons: ["state"] },
    ],
  ])("%s", (_what, each) => {
    expect(run(each)).toMatchObject({ passed: true, message: "" });
  });
});

describe("a case fails, and says what is different, when", () => {
  test("the outcome is another", () => {
    expect(run({ outcome: "blocked" })).toEqual({
      passed: false,
      message: "The outcome is exportable, not blocked.",
      differences: [{ kind: "missing", message: "The outcome is exportable, not blocked." }],
      expected: { outcome: "blocked" },
      actual: { outcome: "exportable" },
    });
  });

  test("a rule is broken that should not be", () => {
    const result = run({ change: { "/status": "draft" }, broken: [] });
    expect(result.message).toBe(
      "status-approved is broken, which is not expected: Status is Draft; it must be Approved.",
    );
    expect(result).toMatchObject({ passed: false, expected: { broken: [] }, actual: { broken: ["status-approved"] } });
  });

  test("a rule is not broken that should be", () => {
    expect(run({ broken: ["date-required"] }).message).toBe(
      "date-required is expected to be broken, but it holds, does not apply, or is not asked for this event.",
    );
  });

  test("a rule is unknown rather than broken", () => {
    expect(run({ changeContext: { "/prime_contract": null }, broken: ["associated-line-item-known"] }).message).toMatch(
      /^associated-line-item-known is expected to be broken, but it is unknown: .*prime_contract/,
    );
  });

  test("the event leads elsewhere, is refused, or is not", () => {
    expect(run({ actor: "admin", moves: "synced" }).message).toBe("send leads to ready_to_export, not to synced.");
    expect(run({ actor: "admin", moves: "refused" })).toMatchObject({
      message: "send leads to ready_to_export, but should be refused.",
      actual: { moves: "ready_to_export" },
    });
    expect(run({ actor: "nobody", moves: "ready_to_export" }).message).toBe(
      `send is refused, but should lead to ready_to_export: "Send to ERP" needs Admin permission on the project's Prime Contracts tool.`,
    );
  });

  test("the event is refused for other reasons", () => {
    const result = run({ actor: "nobody", change: { "/status": "draft" }, moves: "refused", reasons: ["role"] });
    expect(result.message).toMatch(/^send is refused for role and rule, not for role: /);
    expect(result.actual.reasons).toEqual(["role", "rule"]);
  });

  test.each<[string, Partial<RuleTestCase>, string]>([
    ["there is no such document", { document: "x" }, 'there is no document "x"'],
    ["there is no such context", { context: "x" }, 'there is no context "x"'],
    ["there is no such actor", { actor: "x" }, 'there is no actor "x"'],
    ["there is no such event", { event: "sned" }, 'There is no event "sned".'],
    ["a change leads nowhere", { change: { "/line_items/4/id": 1 } }, 'cannot add "/line_items/4/id"'],
    ["a change is no pointer", { change: { title: 1 } }, 'a JSON Pointer starts with "/"'],
  ])("%s", (_what, each, message) => {
    const result = run({ outcome: "exportable", ...each });
    expect(result.passed).toBe(false);
    expect(result.message).toContain(`This case can't be run: ${message}`);
  });
});

test("running a case changes nothing that it was given", () => {
  const before = structuredClone(file);
  run({
    change: { "/status": "draft", "/line_items/-": {} },
    changeContext: { "/erp/system": "vista" },
    moves: "refused",
  });
  expect(file).toEqual(before);
});
