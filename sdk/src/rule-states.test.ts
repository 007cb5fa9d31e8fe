import { describe, expect, test } from "vitest";
import { loadBundled } from "./load.ts";
import { ruleStates } from "./rule-states.ts";

const { definition } = loadBundled("spectrum/pcco@1.1.0");
const features = (on: boolean) => ({
  erp: { system: "spectrum", features: { export_prime_contract_change_orders: on } },
});
const states = (pcco: Readonly<Record<string, unknown>>, on = true, event = "send") =>
  ruleStates(definition, pcco, features(on), { event });

describe("what each rule says", () => {
  test("holds, broken and unknown", () => {
    const found = states({ status: "approved", created_at: "2025-03-04T15:10:00Z", line_items: [] });
    expect(found.get("status-approved")).toBe("holds");
    expect(found.get("line-items-required")).toBe("broken");
    expect(found.get("contract-synced")).toBe("unknown");
  });

  test("does not apply, where its condition is not met or there is no value", () => {
    expect(states({ line_items: [{ prime_line_item_id: 1 }] }).get("associated-line-item-hidden")).toBe(
      "does not apply",
    );
    expect(states({ line_items: [{ prime_line_item_id: 1 }] }, false).get("associated-line-item-hidden")).toBe(
      "broken",
    );
    expect(states({}).get("title-length")).toBe("does not apply");
  });

  test("a value of the wrong type leaves it open", () => {
    expect(states({ title: { a: 1 } }).get("title-length")).toBe("unknown");
  });

  test("only the rules of the event, and never one that is off", () => {
    expect(states({}).has("transaction-date")).toBe(false);
    expect(states({}, true, "accept").has("transaction-date")).toBe(true);
    expect(states({}).has("single-associated-line")).toBe(false);
    expect(states({}, true, "no-such-event").size).toBe(0);
  });
});
