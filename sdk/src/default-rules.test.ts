import { describe, expect, test } from "vitest";
import { defaultRulesFor, systemFinding, systemSentence, unknownSystem } from "./default-rules.ts";
import { parseText } from "./document/parse.ts";
import { bundledIds } from "./generated/rule-set-ids.ts";
import { libraryWith } from "./load-text.ts";

test.each([
  ["that of its ERP system", { erp: { system: "sage-300-cre" } }, "sage-300-cre/pcco"],
  ["that of an ERP system that takes no PCCOs", { erp: { system: "netsuite" } }, "netsuite/pcco"],
  ["Spectrum's for Spectrum", { erp: { system: "spectrum" } }, "spectrum/pcco"],
  ["Spectrum's for an ERP system without rules", { erp: { system: "jonas" } }, "spectrum/pcco"],
  ["Spectrum's for one that is only nearly known", { erp: { system: "Vista" } }, "spectrum/pcco"],
  ["Spectrum's where no ERP system is named", { erp: {} }, "spectrum/pcco"],
  ["Spectrum's without a context", {}, "spectrum/pcco"],
])("the rule set for a context is %s", (_what, context, id) => {
  expect(defaultRulesFor(context, bundledIds)).toBe(id);
});

test("a rule set of one's own counts, too", () => {
  expect(defaultRulesFor({ erp: { system: "jonas" } }, [...bundledIds, "jonas/pcco"])).toBe("jonas/pcco");
});

test("the ids are those of all rule sets that ship", () => {
  expect([...bundledIds].sort()).toEqual(
    [...new Set(libraryWith([]).files.map(({ content }) => content.ruleSet))].sort(),
  );
});

describe("an ERP system without rules", () => {
  test.each([
    [{}, undefined],
    [{ erp: {} }, undefined],
    [{ erp: { system: "vista" } }, undefined],
    [{ erp: { system: "Vista" } }, "Vista"],
    [{ erp: { system: "jonas" } }, "jonas"],
    [{ erp: { system: "" } }, ""],
  ])("of the context %j is %j", (context, system) => {
    expect(unknownSystem(context, bundledIds)).toBe(system);
  });

  test.each([
    ["spectrumm", 'Did you mean "spectrum"?'],
    ["Viewpoint Spectrum", 'Did you mean "spectrum"?'],
    ["Trimble Viewpoint Vista (SaaS)", 'Did you mean "vista"?'],
    ["Sage 300 CRE", 'Did you mean "sage-300-cre"?'],
    ["sage300cre", 'Did you mean "sage-300-cre"?'],
    ["procore", "There are rules for acumatica, cmic, "],
    ["jonas", "There are rules for acumatica, cmic, "],
    ["", "There are rules for acumatica, cmic, "],
  ])("%j is told with what was taken, and with what was meant or what there is", (system, known) => {
    expect(systemSentence(system, bundledIds)).toContain(
      `There are no rules for the ERP system "${system}" (erp.system of the context), so spectrum/pcco is asked. ${known}`,
    );
  });

  test("is told for information, where the context is named or written", () => {
    const at = (text: string) => {
      const [document] = parseText(text, { format: "yaml" }).documents;
      if (document === undefined) throw new Error("there is a document");
      return systemFinding(document, "jonas", bundledIds);
    };
    const own = { ruleId: "document/erp-system", severity: "info", received: "jonas" };
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
