import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contract, current, pcco, seed } from "../check/testing.ts";
import type { PccoContext, RuleSet } from "../core.ts";
import type { JsonObject } from "../document/value.ts";
import { loadRuleText } from "../load-text.ts";
import { createImpactCounter, type ImpactSubject, outcomeChange } from "./impact.ts";

/** The counts of what changes for some PCCOs, and each change with the position of its PCCO. */
function impactOf(a: RuleSet, b: RuleSet, subjects: readonly ImpactSubject[]) {
  const counter = createImpactCounter();
  const changes = subjects.flatMap((subject, index) => {
    const change = outcomeChange(a, b, subject);
    counter.add(change);
    return change === undefined ? [] : [{ ...change, index }];
  });
  return { summary: counter.total(), changes };
}

const text = readFileSync(new URL("../../../rules/spectrum/pcco/1.1.0.yaml", import.meta.url), "utf8");
/** The current rules with twelve characters for a Billing Item Code. */
const longer = await loadRuleText({ text: text.replace("maxLength: 10\n", "maxLength: 12\n"), file: "longer.yaml" });

const context: PccoContext = {
  erp: { system: "spectrum", features: { export_prime_contract_change_orders: true } },
  prime_contract: contract,
};

const clean: JsonObject = { ...pcco };
const draft: JsonObject = { ...pcco, status: "draft" };
/** Keeps the seed's rules; today's ask for a title that is not too long and an approved date. */
const withoutApproval: JsonObject = { ...pcco, reviewed_at: null };
const elevenCharacters: JsonObject = {
  ...pcco,
  line_items: pcco.line_items.map((line) => ({ ...line, billing_item_code: "0972-EAST11" })),
};

function changeOf(a: RuleSet, b: RuleSet, document: JsonObject, surroundings = context) {
  return outcomeChange(a, b, { pcco: document, context: surroundings });
}

describe("the change of one PCCO", () => {
  test("none while the outcome stays, even when other rules break it", () => {
    expect(changeOf(seed, current, clean)).toBeUndefined();
    const ofAnotherContract = { ...draft, contract_id: 902 };
    expect(current.check(ofAnotherContract, context).findings).toHaveLength(2);
    expect(seed.check(ofAnotherContract, context).findings).toHaveLength(1);
    expect(changeOf(seed, current, ofAnotherContract)).toBeUndefined();
  });

  test("to blocked names the rules that block it now", () => {
    expect(changeOf(seed, current, withoutApproval)).toEqual({
      from: "exportable",
      to: "blocked",
      ruleIds: ["approved-date-required"],
    });
  });

  test("to exportable names the rules that blocked it before", () => {
    expect(changeOf(current, longer, elevenCharacters)).toEqual({
      from: "blocked",
      to: "exportable",
      ruleIds: ["billing-item-code-length"],
    });
    expect(changeOf(longer, current, elevenCharacters)).toEqual({
      from: "exportable",
      to: "blocked",
      ruleIds: ["billing-item-code-length"],
    });
  });

  test("to unknown names the rules that can't be told, not those that only warn", () => {
    const { line_items } = contract;
    const bare: PccoContext = { ...context, prime_contract: { id: 901, line_items } };
    const change = changeOf(seed, current, { ...pcco, grand_total: "1.00" }, bare);
    expect(change).toEqual({
      from: "exportable",
      to: "unknown",
      ruleIds: ["contract-approved", "contract-synced", "amount-based-contract"],
    });
    expect(changeOf(current, seed, { ...pcco, grand_total: "1.00" }, bare)).toMatchObject({
      from: "unknown",
      to: "exportable",
      ruleIds: change?.ruleIds,
    });
  });

  test("a rule that is broken on two lines is named once", () => {
    const change = changeOf(longer, current, elevenCharacters);
    expect(current.check(elevenCharacters, context).findings).toHaveLength(2);
    expect(change?.ruleIds).toEqual(["billing-item-code-length"]);
  });

  test("the event and the text of the PCCO are passed on", () => {
    const subject = { pcco: withoutApproval, context };
    expect(outcomeChange(seed, current, subject, { event: "retrieve" })).toBeUndefined();
    expect(() => outcomeChange(seed, current, subject, { event: "sned" })).toThrow(RangeError);
    // Only the newer rules read the number.
    const unquoted = { pcco: { ...pcco, number: 7 }, context, sourceOf: () => "007" };
    expect(outcomeChange(seed, current, unquoted)?.ruleIds).toEqual(["document/unquoted-code"]);
  });
});

describe("the change of many", () => {
  test("counts by outcome and by rule, the most first, and gives the position of each", () => {
    const documents = [clean, withoutApproval, draft, withoutApproval, elevenCharacters];
    const subjects = documents.map((each) => ({ pcco: each, context }));
    const { summary, changes } = impactOf(seed, longer, subjects);
    expect(changes.map(({ index, from, to }) => `${index} ${from} ${to}`)).toEqual([
      "1 exportable blocked",
      "3 exportable blocked",
      "4 blocked exportable",
    ]);
    expect(summary).toEqual({
      documents: 5,
      changed: 3,
      changes: [
        { from: "exportable", to: "blocked", documents: 2 },
        { from: "blocked", to: "exportable", documents: 1 },
      ],
      rules: [
        {
          ruleId: "approved-date-required",
          documents: 2,
          changes: [{ from: "exportable", to: "blocked", documents: 2 }],
        },
        {
          ruleId: "billing-item-code-length",
          documents: 1,
          changes: [{ from: "blocked", to: "exportable", documents: 1 }],
        },
      ],
    });
  });

  test("nothing changes between a rule set and itself, and nothing is counted of nothing", () => {
    const subjects = [clean, draft, withoutApproval].map((each) => ({ pcco: each, context }));
    expect(impactOf(current, current, subjects)).toEqual({
      summary: { documents: 3, changed: 0, changes: [], rules: [] },
      changes: [],
    });
    expect(createImpactCounter().total()).toEqual({ documents: 0, changed: 0, changes: [], rules: [] });
  });

  test("a PCCO counts for each rule that makes the difference", () => {
    const counter = createImpactCounter();
    counter.add({ from: "exportable", to: "blocked", ruleIds: ["a", "b"] });
    counter.add({ from: "unknown", to: "blocked", ruleIds: ["b"] });
    counter.add(undefined);
    expect(counter.total()).toEqual({
      documents: 3,
      changed: 2,
      changes: [
        { from: "exportable", to: "blocked", documents: 1 },
        { from: "unknown", to: "blocked", documents: 1 },
      ],
      rules: [
        {
          ruleId: "b",
          documents: 2,
          changes: [
            { from: "exportable", to: "blocked", documents: 1 },
            { from: "unknown", to: "blocked", documents: 1 },
          ],
        },
        { ruleId: "a", documents: 1, changes: [{ from: "exportable", to: "blocked", documents: 1 }] },
      ],
    });
  });
});
