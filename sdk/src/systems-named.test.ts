import { describe, expect, test } from "vitest";
import { at, context, current, frozen, pcco, ruleSet } from "./check/testing.ts";
import { loadShipped } from "./load-shipped.ts";
import type { RuleSet } from "./rule-set.ts";

const named = <System>(system: System) => frozen({ ...context, erp: { ...context.erp, system } });

/** Everything that a rule set says of a PCCO in a context. */
const answers = (surroundings: unknown, rules: RuleSet = current) => {
  const ask = (method: keyof typeof rules, ...words: unknown[]): unknown =>
    Reflect.apply(Object(rules[method]), rules, words);
  return [
    ask("check", pcco, surroundings, { event: "send", at }),
    ask("check", { data: pcco }, surroundings, { event: "accept", at }),
    ask("actions", pcco, surroundings, { at }),
    ask("transition", pcco, "send", { context: surroundings, at }),
    ask("repair", pcco, surroundings, "send", { at }),
    ask("toggles", surroundings),
  ];
};

describe("the ERP system of a context is the one that the rules name", () => {
  test.each(["Spectrum", "SPECTRUM", "spectrum ", " spec-trum", "Spec_Trum"])("as %j", (system) => {
    expect(answers(named(system))).toEqual(answers(context));
    expect(current.check(pcco, named(system)).outcome).toBe("exportable");
  });

  test.each([
    ["sage-300-cre/pcco", "Sage 300 CRE"],
    ["vista/pcco", "Vista"],
  ])("by the rules of %s as %j, too", async (reference, system) => {
    const rules = await loadShipped(reference);
    const [id = ""] = reference.split("/");
    expect(answers(named(system), rules)).toEqual(answers(named(id), rules));
    expect(answers(named(system), rules)).not.toEqual(answers(named("acumatica"), rules));
  });

  test("and by the condition of a rule", async () => {
    const rules = await ruleSet(`
sources: { page: { title: Page, url: "https://example.com/" } }
fields:
  system: { label: ERP system, in: context, path: erp.system, type: text }
  title: { label: Title, path: title, type: text }
rules:
  no-title: { title: None, when: { field: system, oneOf: [sage-100, xero] }, field: title, absent: true, severity: error, stage: send, source: page }
`);
    expect(rules.check(pcco, named("xero")).outcome).toBe("blocked");
    expect(rules.check(pcco, named("Sage 100")).outcome).toBe("blocked");
    expect(rules.check(pcco, named("Sage 1000")).outcome).toBe("exportable");
  });
});

test.each(["vista", "Viewpoint Spectrum", "spectrumm", "spectra"])("%j is another one", (system) => {
  const { outcome, findings } = current.check(pcco, named(system));
  expect(outcome).toBe("blocked");
  expect(findings[0]).toMatchObject({ ruleId: "export-switched-on", state: "broken" });
});

test.each(["", "  ", undefined, null, 7, {}])("%j names none", (system) => {
  expect(Reflect.apply(current.check, current, [pcco, named(system)]).outcome).not.toBe("exportable");
});
