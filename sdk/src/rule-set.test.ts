import { describe, expect, test } from "vitest";
import { loadBundled } from "./load.ts";

const rules = loadBundled("spectrum/pcco@1.1.0");
const name = "export_prime_contract_change_orders";
const position = (context?: Parameters<typeof rules.toggles>[0]) =>
  rules.toggles(context).map((toggle) => [toggle.name, toggle.position]);

describe("where toggles stand", () => {
  test("as the context says", () => {
    expect(position({ erp: { system: "spectrum", features: { [name]: true } } })).toEqual([[name, "on"]]);
    expect(position({ erp: { system: "spectrum", features: { [name]: false } } })).toEqual([[name, "off"]]);
  });

  test("off, as its default says, where the context lists toggles and not this one", () => {
    expect(position({ erp: { system: "spectrum", features: {} } })).toEqual([[name, "off"]]);
  });

  test("unknown where the context is silent", () => {
    expect(position()).toEqual([[name, "unknown"]]);
    expect(position({ erp: { system: "spectrum" } })).toEqual([[name, "unknown"]]);
  });

  test("off under another ERP system, which does not have it", () => {
    expect(position({ erp: { system: "vista", features: { [name]: true } } })).toEqual([[name, "off"]]);
  });
});
