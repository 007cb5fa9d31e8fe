import { describe, expect, expectTypeOf, test } from "vitest";
import { loadRuleSet } from "./index.ts";
import { loadBundled } from "./load.ts";
import { loadShipped } from "./load-shipped.ts";
import { loadRuleText } from "./load-text.ts";

const rules = loadBundled("spectrum/pcco@1");
type Transition = typeof rules.transition;

describe("rule ids and events of a rule set that ships are literal types", () => {
  test("so that a misspelt event does not compile", () => {
    expectTypeOf<"send">().toExtend<Parameters<Transition>[1]>();
    expectTypeOf<"sned">().not.toExtend<Parameters<Transition>[1]>();
    expectTypeOf<string>().not.toExtend<Parameters<Transition>[1]>();
    expectTypeOf<"sned">().not.toExtend<Parameters<typeof rules.repair>[2]>();
    expectTypeOf<{ event: "sned" }>().not.toExtend<NonNullable<Parameters<typeof rules.check>[2]>>();
    expectTypeOf<{ event: "accept" }>().toExtend<NonNullable<Parameters<typeof rules.check>[2]>>();
    expectTypeOf(rules.events).items.toEqualTypeOf<
      | "approve"
      | "send"
      | "retrieve"
      | "accept"
      | "reject"
      | "resend"
      | "export-succeeded"
      | "export-failed"
      | "retry-export"
      | "unlink"
      | "reset"
    >();
  });

  test("and a misspelt rule id neither", () => {
    expectTypeOf<"date-required">().toExtend<(typeof rules.ruleIds)[number]>();
    expectTypeOf<"title-length">().toExtend<(typeof rules.ruleIds)[number]>();
    expectTypeOf<"date-requierd">().not.toExtend<(typeof rules.ruleIds)[number]>();
  });

  test("with or without a version, but only of rule sets that ship", () => {
    expectTypeOf(loadBundled<"spectrum/pcco">).returns.toEqualTypeOf<typeof rules>();
    expectTypeOf(loadBundled<"spectrum/pcco@1.0.0">).returns.toEqualTypeOf<typeof rules>();
    expectTypeOf<"spectrum/pco">().not.toExtend<Parameters<typeof loadBundled>[0]>();
    expectTypeOf(loadRuleSet<"spectrum/pcco@1">).returns.resolves.toExtend<typeof rules>();
    expectTypeOf<"vista/pco">().not.toExtend<Parameters<typeof loadRuleSet>[0]>();
  });

  test("of rule sets outside the core, too, which only loadRuleSet reads", async () => {
    const vista = await loadRuleSet("vista/pcco@1");
    expectTypeOf(vista.ruleIds).items.toExtend<string>();
    expectTypeOf<"number-length">().toExtend<(typeof vista.ruleIds)[number]>();
    expectTypeOf<"billing-item-code-length">().not.toExtend<(typeof vista.ruleIds)[number]>();
    expectTypeOf<"sned">().not.toExtend<Parameters<typeof vista.transition>[1]>();
    expectTypeOf<"vista/pcco">().not.toExtend<Parameters<typeof loadBundled>[0]>();
    expect(vista.events).toEqual(rules.events);
    expect(vista.ruleIds).toEqual(expect.arrayContaining(["status-approved", "number-length"]));
  });

  test("those of a rule set of your own are texts", () => {
    expectTypeOf(loadRuleText).returns.resolves.toHaveProperty("events").toEqualTypeOf<readonly string[]>();
  });

  test("and the types say what is there", () => {
    expect(rules.events).toEqual([
      "approve",
      "send",
      "retrieve",
      "accept",
      "reject",
      "resend",
      "export-succeeded",
      "export-failed",
      "retry-export",
      "unlink",
      "reset",
    ]);
    expect(rules.ruleIds).toContain("date-required");
  });
});

test("a rule set is made askable once", () => {
  expect(loadBundled("spectrum/pcco@1.1.0")).toBe(rules);
  expect(loadBundled("spectrum/pcco@1.0.0")).not.toBe(rules);
});

describe("a rule set outside the core", () => {
  test("is made askable once", async () => {
    expect(await loadShipped("vista/pcco@1")).toBe(await loadShipped("vista/pcco@1.0.0"));
  });

  test("judges by what it extends, and by its own rules", async () => {
    const vista = await loadRuleSet("vista/pcco");
    const context = { erp: { system: "vista", features: { export_prime_contract_change_orders: true } } };
    const broken = vista.check({ status: "draft", number: "PCO004" }, context).findings.filter(isBroken);
    expect(broken.map(({ ruleId, rule }) => `${rule?.file} ${ruleId}`)).toEqual([
      "procore/pcco/1.0.0.yaml status-approved",
      "procore/pcco/1.0.0.yaml date-required",
      "procore/pcco/1.0.0.yaml line-items-required",
      "vista/pcco/1.0.0.yaml number-length",
    ]);
  });

  test("that is not there is told with those that come near", async () => {
    await expect(loadShipped("vist/pcco")).rejects.toThrow(
      'there is no rule set "vist/pcco". Did you mean "vista/pcco"?',
    );
    await expect(loadShipped("spectrum/pco")).rejects.toThrow('Did you mean "spectrum/pcco"?');
    await expect(loadShipped("vista/pcco@2")).rejects.toThrow('"vista/pcco" has no version "2"');
    await expect(loadShipped("vista/pcco", { asOf: "2026-10-31" })).rejects.toThrow("was in force on 2026-10-31");
  });
});

function isBroken({ state }: { readonly state: string }): boolean {
  return state === "broken";
}

test("a rule set is loaded by name, from text, or from a folder of texts", async () => {
  const text = "format: 1\nruleSet: acme/pcco\nversion: 1.0.0\neffective: { from: 2025-01-01 }\n";
  expect((await loadRuleSet("spectrum/pcco@1")).definition).toBe(rules.definition);
  expect((await loadRuleSet("spectrum/pcco", { asOf: "2021-01-01" })).reference.version).toBe("1.0.0");
  expect((await loadRuleSet({ text })).reference.id).toBe("acme/pcco");
  expect((await loadRuleSet({ files: [{ text }], reference: "acme/pcco@1" })).reference.id).toBe("acme/pcco");
});
