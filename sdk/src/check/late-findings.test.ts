import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonObject } from "../document/value.ts";
import { cleanTests } from "../generated/clean-tests.js";
import { checkRules } from "./check.ts";
import { facts } from "./clean/testing.ts";
import { cleanTestFor } from "./clean.ts";
import { compileNames } from "./names.ts";
import { compileRule } from "./rule.ts";
import { current } from "./testing.ts";

const { definition } = current;
const names = compileNames(definition);
const [written] = cleanTests[definition.file] ?? [];
const rules = definition.rules
  .flatMap((rule) => compileRule(rule, definition, names) ?? [])
  .filter(({ id }) => written?.rules.includes(id));
const quick = cleanTestFor(rules, cleanTests[definition.file] ?? []);

test("the outcome is the one the findings tell", () => {
  const outcomes = new Map<string, number>();
  fc.assert(
    fc.property(facts, (given) => {
      const { outcome, findings } = checkRules({ rules, isClean: quick }, given);
      const isBlocked = findings.some(({ state, severity }) => state === "broken" && severity === "error");
      const isUnknown = findings.some(({ state }) => state === "unknown");
      expect(outcome).toBe(isBlocked ? "blocked" : isUnknown ? "unknown" : "exportable");
      // Asked of every rule, without the quick test, it is the same.
      expect(checkRules({ rules }, given)).toEqual({ outcome, findings });
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }),
    { numRuns: 2000 },
  );
  expect(Math.min(...["blocked", "unknown", "exportable"].map((each) => outcomes.get(each) ?? 0))).toBeGreaterThan(50);
});

const faulty = {
  status: "misspelt",
  number: "12345678901",
  contract_id: 901,
  line_items: [
    { prime_line_item_id: 9, amount: "1.001" },
    { billing_item_code: "12345678901" },
    { prime_line_item_id: 7 },
    { prime_line_item_id: 7 },
  ],
};
const surroundings = {
  erp: { system: "spectrum", features: { export_prime_contract_change_orders: true } },
  prime_contract: { id: 902, line_items: [{ id: 7, origin_code: "0520" }] },
};

/** The findings of a PCCO with faults, none of them read yet. */
function unread(pcco: JsonObject = faulty, context = surroundings) {
  return current.check(pcco, context).findings;
}

test("a finding that nobody has read yet can be copied, sent and written as any object", () => {
  const read = unread().map(({ message, expected, fixes, ...rest }) => ({ ...rest, message, expected, fixes }));
  const written = JSON.parse(JSON.stringify(read));
  // Those whose fixes are worked out at once and those whose are later.
  expect(read.map(({ ruleId }) => ruleId)).toEqual(
    expect.arrayContaining(["status-approved", "billing-item-code-length", "associated-line-item-known"]),
  );
  expect(read.every(({ message }) => message.length > 10)).toBe(true);
  expect(JSON.parse(JSON.stringify(unread().map((finding) => ({ ...finding }))))).toEqual(written);
  expect(JSON.parse(JSON.stringify(structuredClone(unread())))).toEqual(written);
  expect(JSON.parse(JSON.stringify(unread()))).toEqual(written);
  expect(JSON.parse(JSON.stringify(unread().map((finding) => Object.assign({}, finding))))).toEqual(written);
});

test("a finding is worded once", () => {
  const findings = unread().filter(({ state }) => state === "broken");
  expect(findings.length).toBeGreaterThan(1);
  for (const finding of findings) expect(finding.fixes).toBe(finding.fixes);
});

test("a finding can be read by way of a proxy, as reactive interfaces do", () => {
  const plain = unread().map(({ message }) => message);
  expect(unread().map((finding) => new Proxy(finding, {}).message)).toEqual(plain);
});

test("a finding has its keys in the same order, whether it is read at once or later", () => {
  const keys = ["ruleId", "severity", "state", "stage", "path", "rulePath", "rule", "source"];
  const broken = unread().filter(({ rule, state }) => rule !== undefined && state === "broken");
  expect(broken.length).toBeGreaterThan(5);
  for (const finding of broken) {
    const received = finding.received === undefined ? [] : ["received"];
    expect(Object.keys(finding)).toEqual([...keys, ...received, "message", "expected", "fixes"]);
  }
});

test("what a finding says is settled when the PCCO is checked", () => {
  const context = structuredClone(surroundings);
  const findings = unread(faulty, context);
  context.prime_contract.id = 903;
  const found = findings.find(({ ruleId }) => ruleId === "contract-match");
  expect(found?.message).toContain("902");
  expect(found?.expected).toBe("902");
});

test("what is wrong, and where, is settled when the PCCO is checked", () => {
  const pcco = { status: "draft", number: "12345678901" };
  const findings = unread(pcco);
  pcco.status = "approved";
  pcco.number = "1";
  const found = findings.map(({ ruleId, path, received }) => ({ ruleId, path, received }));
  expect(found).toContainEqual({ ruleId: "status-approved", path: "/status", received: "draft" });
  expect(found).toContainEqual({ ruleId: "number-length", path: "/number", received: "12345678901" });
  expect(findings.find(({ ruleId }) => ruleId === "number-length")?.message).toContain(
    '"12345678901" has 11 characters',
  );
});
