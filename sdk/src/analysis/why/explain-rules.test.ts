import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../document/value.ts";
import type { PccoContext } from "../../generated/types.ts";
import { shipped, withRule, written } from "../testing.ts";
import { explainRules } from "./explain-rules.ts";
import type { FactRead } from "./fact.ts";
import { explained } from "./testing.ts";

describe("the facts of a rule", () => {
  const { rules } = shipped("spectrum/pcco@1.1.0");
  const contract = { id: 901, line_items: [{ id: 7001, origin_code: "0010" }, { id: 7002 }] };
  const on = { system: "spectrum", features: { export_prime_contract_change_orders: true } };
  const pcco = {
    contract_id: 901,
    grand_total: "3.00",
    approved_on: "2025-03-11",
    line_items: [
      { amount: "1.00", prime_line_item_id: 7001 },
      { amount: "2.00", prime_line_item_id: 7002 },
    ],
  };
  const factsOf = (
    id: string,
    document: JsonObject = pcco,
    context: PccoContext = { erp: on, prime_contract: contract },
  ) => {
    const rule = explained(rules, document, context, {}).rules.find((each) => each.id === id);
    return rule?.places.map(({ line, facts }) => [line, ...facts.map(words)].join(" | "));
  };
  const words = ({ label, place, path, state, shown }: FactRead): string =>
    `${label} (${place} ${path}): ${state === "there" ? shown : state}`;

  test("stand where they were read: in the PCCO, beside it, or in its surroundings", () => {
    expect(factsOf("billing-item-present")).toEqual([
      '0 | Billing Item Code (context prime_contract.line_items[].origin_code): "0010"',
      "1 | Billing Item Code (context prime_contract.line_items[].origin_code): not given",
    ]);
    expect(factsOf("billing-item-present", { line_items: [{}] })).toEqual([
      "0 | Billing Item Code (document /line_items/0/billing_item_code): missing",
    ]);
    expect(factsOf("contract-approved")).toEqual([
      "-1 | Prime contract's status (context prime_contract.status): not given",
    ]);
    expect(factsOf("approved-date-required", { ...pcco, status: "approved" })).toEqual([
      '-1 | Approved Date (document /approved_on): "2025-03-11"',
    ]);
  });

  test("are those it compares with, too", () => {
    expect(factsOf("contract-match")).toEqual([
      "-1 | Prime contract (document /contract_id): 901 | Prime contract (context prime_contract.id): 901",
    ]);
    expect(factsOf("associated-line-item-known")?.[1]).toBe(
      "1 | Associated Line Item (document /line_items/1/prime_line_item_id): 7002 | Prime contract lines (context prime_contract.line_items[].id): 7001, 7002",
    );
    expect(factsOf("total-matches")).toEqual([
      '-1 | Grand Total (document /grand_total): "3.00" | Amount (document line_items[].amount): "1.00", "2.00" | Markup amount (document markups[].amount): missing',
    ]);
  });

  test("of a toggle are what it needs to be there at all, where that is not so", () => {
    const toggle =
      "-1 | Export of Prime Contract Change Orders (context erp.features.export_prime_contract_change_orders)";
    expect(factsOf("export-switched-on")).toEqual([`${toggle}: on`]);
    expect(factsOf("export-switched-on", pcco, { erp: { ...on, system: "vista" } })).toEqual([
      `${toggle}: off | ERP system (context erp.system): "vista"`,
    ]);
    expect(factsOf("export-switched-on", pcco, { erp: { features: on.features } })).toEqual([
      `${toggle}: not given | ERP system (context erp.system): not given`,
    ]);
  });

  test("stand where the payload has them, whatever is around the PCCO", () => {
    expect(factsOf("status-approved", { data: { id: 1, status: "draft" } })).toEqual([
      "-1 | Status (document /data/status): Draft",
    ]);
  });

  test("of lists that are none", () => {
    expect(factsOf("associated-line-item-known", { line_items: "many" })).toEqual([
      '-1 | Associated Line Item (document line_items[].prime_line_item_id): "many"',
    ]);
  });
});

test("rules without a life cycle are explained as for sending; what is no PCCO, and other events, are not", async () => {
  const { rules } = await written(withRule("field: title, maxLength: 3, when: { not: { field: count, minimum: 5 } }"));
  const why = explainRules(rules, { title: "1234", count: 4 }, {});
  expect(why).toMatchObject({
    event: { name: "send", label: "Send to ERP" },
    outcome: "blocked",
    rules: [
      { id: "a-rule", state: "broken", asks: ["Title maxLength: 3"], messages: [expect.stringMatching(/^Title/)] },
    ],
    notAsked: [],
    move: undefined,
    reasons: [],
  });
  expect(why?.rules[0]?.places[0]?.when).toEqual({
    words: "this does not hold",
    answer: "holds",
    facts: [],
    parts: [
      {
        words: "Count minimum: 5",
        answer: "does not hold",
        facts: [{ label: "Count", place: "document", path: "/count", state: "there", shown: "4" }],
        parts: [],
      },
    ],
  });
  expect(explainRules(rules, { title: "1234" }, {}, { event: "accept" })).toBeUndefined();
  expect(explainRules(rules, { data: [] }, {})).toBeUndefined();
});

test("the rules that are not asked say why", () => {
  const { notAsked } = explained(shipped("spectrum/pcco@1.1.0").rules, {}, {}, {});
  expect(Object.fromEntries(notAsked.map(({ id, because }) => [id, because]))).toEqual({
    "single-associated-line": "it is off",
    "transaction-date": 'it belongs to what is checked at "export", which is not part of this event',
  });
});
