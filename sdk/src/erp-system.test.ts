import { describe, expect, test } from "vitest";
import { parseText } from "./document/parse.ts";
import { settleSystem, systemFinding } from "./erp-system.ts";
import { bundledIds } from "./generated/rule-set-ids.ts";
import { libraryWith, loadRuleText, ruleSetOf } from "./load-text.ts";

const features = { export_prime_contract_change_orders: true };
const settled = (system: string) => settleSystem({ erp: { system, features }, project: { id: 1 } }, bundledIds);
const shipped = (id: string) => ruleSetOf(libraryWith([]).find(id), libraryWith([]));

describe("the ERP system of a context", () => {
  test.each([[{}], [{ erp: {} }], [{ erp: { system: "vista" } }], [{ erp: { system: " " } }]])(
    "stays in %j",
    (context) => {
      expect(settleSystem(context, bundledIds)).toEqual({ context });
    },
  );

  test.each([
    ["Spectrum", "spectrum"],
    [" VISTA ", "vista"],
    ["Sage 300 CRE", "sage-300-cre"],
  ])("%j is %s", (written, system) => {
    expect(settled(written)).toEqual({ context: { erp: { system, features }, project: { id: 1 } } });
  });

  test.each([
    ["spectrumm", 'Did you mean "spectrum"?'],
    ["Viewpoint Spectrum", 'Did you mean "spectrum"?'],
    ["Trimble Viewpoint Vista (SaaS)", 'Did you mean "vista"?'],
    ["procoree", "There are rules for acumatica, cmic, "],
    ["jonas", "There are rules for acumatica, cmic, "],
  ])("%j says nothing, and is told with what was taken, and with what was meant or what there is", (system, known) => {
    const { context, unknownSystem } = settled(system);
    expect(context).toEqual({ erp: { features }, project: { id: 1 } });
    expect(unknownSystem?.system).toBe(system);
    expect(unknownSystem?.message).toContain(
      `There are no rules for the ERP system "${system}" (erp.system of the context), so spectrum/pcco is asked, and what depends on the system is unknown. ${known}`,
    );
  });

  test("is told for information, where the context is named or written", () => {
    const at = (text: string) => {
      const [document] = parseText(text, { format: "yaml" }).documents;
      if (document === undefined) throw new Error("there is a document");
      return systemFinding(document, { system: "jonas", message: "No rules." });
    };
    const own = { ruleId: "document/erp-system", severity: "info", message: "No rules.", received: "jonas" };
    expect(at("title: Canopy\n$context: job.yaml\n")).toMatchObject({
      ...own,
      path: "",
      range: { start: { line: 1 } },
    });
    expect(at("title: Canopy\n")).toMatchObject({ ...own, path: "", range: { start: { line: 0 } } });
    expect(at("title: Canopy\n$context:\n  erp:\n    system: jonas\n")).toMatchObject({
      ...own,
      path: "/$context/erp/system",
      range: { start: { line: 3, character: 12 } },
    });
  });
});

describe("where a rule set is said", () => {
  const own = (system: string) =>
    loadRuleText({
      file: "own.yaml",
      text: `format: 1
ruleSet: own/pcco
version: 1.0.0
title: Own
effective: { from: 2026-11-01 }
extends: procore/pcco@1.0.0
sources: { page: { title: Page, url: "https://example.com/" } }
rules:
  system: { title: Ours, field: erpSystem, oneOf: [${system}], severity: error, stage: send, source: page }
`,
    });
  const judged = async (system: string, ...said: Parameters<typeof settleSystem>[2] & object) =>
    settleSystem({ erp: { system } }, bundledIds, said);

  test("the systems that it names are known as it writes them", async () => {
    const rules = await own("Jonas, Spectrum");
    expect(await judged("Jonas", rules)).toEqual({ context: { erp: { system: "Jonas" } } });
    expect(await judged("jonas", rules)).toEqual({ context: { erp: { system: "Jonas" } } });
    expect(await judged("Spectrum", rules)).toEqual({ context: { erp: { system: "Spectrum" } } });
    expect(await judged("Jonas", shipped("spectrum/pcco"), rules)).toEqual({ context: { erp: { system: "Jonas" } } });
  });

  test("it is not told to be taken for want of rules", async () => {
    expect((await judged("jonsa", await own("Jonas"))).unknownSystem?.message).toBe(
      'There are no rules for the ERP system "jonsa" (erp.system of the context), so what depends on the system is unknown. Did you mean "Jonas"?',
    );
  });

  test("that names no system, any will do", async () => {
    expect(await judged("jonas", shipped("procore/pcco"))).toEqual({ context: { erp: { system: "jonas" } } });
  });
});
