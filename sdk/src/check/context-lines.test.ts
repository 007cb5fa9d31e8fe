import { describe, expect, test } from "vitest";
import type { RuleSet } from "../rule-set.ts";
import type { Verdict } from "./check.ts";
import { frozen, ruleSet } from "./testing.ts";

/** A rule about each line of the prime contract. */
const rules = await ruleSet(`fields:
  contractId: { label: Prime contract, path: contract_id, type: id }
  code: { label: Code, in: context, path: "prime_contract.line_items[].code", type: text }
  kind: { label: Kind, in: context, path: "prime_contract.line_items[].kind", type: text, shownAt: contractId }
sources: { page: { title: Page, url: "https://example.com" } }
rules:
  short: { title: Codes are short, field: code, maxLength: 2, severity: error, stage: send, source: page }
  named: { title: Kinds are given, field: kind, required: true, severity: error, stage: send, source: page }
`);

/** What a check finds with these lines, which need not be what a context may hold. */
function told(...lines: readonly unknown[]): readonly string[] {
  const context = frozen({ prime_contract: { line_items: lines } });
  const { check }: RuleSet = rules;
  const { outcome, findings }: Verdict = Reflect.apply(check, rules, [{ contract_id: 1 }, context]);
  return [outcome, ...findings.map(({ ruleId, state, path }) => `${ruleId} ${state} ${path}`)];
}

describe("what stands in place of a line of the prime contract", () => {
  test.each([[5], ["A"], [true], [["A"]]])("%j leaves its facts open, and is no fault of the PCCO", (line) =>
    expect(told(line)).toEqual(["unknown", "short unknown ", "named unknown /contract_id"]),
  );

  test("null is known to have none", () => expect(told(null)).toEqual(["blocked", "named broken /contract_id"]));
});

test("what is unknown on several of its lines is told once, where facts of the surroundings are shown", () => {
  expect(told({}, {})).toEqual(["unknown", "short unknown ", "named unknown /contract_id"]);
  expect(told({ code: "ABC" }, {}, {})).toEqual([
    "blocked",
    "short broken ",
    "short unknown ",
    "named unknown /contract_id",
  ]);
});
