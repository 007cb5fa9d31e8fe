import { expect, test } from "vitest";
import { defaultRulesFor } from "./default-rules.ts";
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
