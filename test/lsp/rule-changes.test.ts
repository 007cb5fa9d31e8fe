import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CodeLens } from "vscode-languageserver-types";
import type { BrokenRule, RuleDiff, RuleVersion } from "../../vscode-extension/src/protocol.ts";
import { Editor } from "./support/editor.ts";
import { context, overlay, rangeOf } from "./texts.ts";

const rules = overlay(4);
const file = "job/rules/company.yaml";

let editor: Editor;
beforeEach(async () => {
  editor = await Editor.start({
    folders: { job: { "pcco.context.yaml": context, "rules/company.yaml": rules } },
    isVsCode: true,
  });
  await editor.open(file, rules, "erp-rules");
});
afterEach(() => editor.stop());

const versions = async () =>
  (await editor.ask<readonly RuleVersion[]>("erpExportRules/ruleVersions", file)).map(({ name, kind }) => [kind, name]);

async function diff(name?: string) {
  const answer = await editor.ask<RuleDiff>("erpExportRules/diffRules", file, name === undefined ? {} : { name });
  if ("refusal" in answer) throw new Error(answer.refusal);
  return answer;
}

describe("a rule file that is edited", () => {
  test("can be compared with what it extends, and with the saved file once it is not as saved", async () => {
    const extended = ["extended", "spectrum/pcco@1.1.0"];
    expect(await versions()).toEqual([extended]);
    await editor.change(file, { range: rangeOf(rules, "4"), text: "12" });
    expect(await versions()).toEqual([extended, ["saved", "saved"]]);
    editor.write(file, overlay(12));
    expect(await versions()).toEqual([extended]);
  });

  test("is compared as it is edited, not as it is saved", async () => {
    expect((await diff()).markdown).toContain("Send to ERP");
    await editor.change(file, { range: rangeOf(rules, "4"), text: "12" });
    const saved = await diff("saved");
    expect(saved.title).toBe("company/pcco 1.0.0 as saved → rules/company.yaml");
    expect(saved.markdown).toContain("## company/pcco 1.0.0 as saved → company/pcco 1.0.0 as edited");
    expect(saved.markdown).toMatch(/looser: some PCCOs are newly let through/);
    expect(saved.markdown).toMatch(/blocked → exportable by billing-item-code-length/);
    const extended = await diff("spectrum/pcco@1.1.0");
    expect([extended.before, extended.after]).toEqual(["spectrum/pcco@1.1.0", "company/pcco@1.0.0"]);
  });

  test("is not compared with rules that are not there", async () => {
    expect(await editor.ask("erpExportRules/diffRules", file, { name: "saved" })).toEqual({
      refusal: "There are no saved rules that rules/company.yaml could be compared with.",
    });
  });

  test("has a lens for each comparison and for each rule", async () => {
    const lenses = await editor.ask<readonly CodeLens[]>("textDocument/codeLens", file);
    const titles = lenses.map(({ command }) => command?.title);
    expect(titles).toContain("Compare with published version");
    expect(titles).toContain("Open a PCCO that breaks this rule");
  });
});

describe("a PCCO that breaks a rule", () => {
  const unsaved = (name: string): string => `untitled:${new URL(editor.uri(`job/${name}`)).pathname}`;
  const breaking = (more: object) => editor.ask<BrokenRule>("erpExportRules/breakRule", file, more);

  test("has its finding at once, and loses it when the rule is edited", async () => {
    const { line } = rangeOf(rules, "maxLength").start;
    const found = await breaking({ line });
    if ("refusal" in found) throw new Error(found.refusal);
    const uri = unsaved(found.file);
    await editor.open(uri, found.text, "yaml");
    expect(await editor.codes(uri)).toContain("billing-item-code-length");
    await editor.change(file, { range: rangeOf(rules, "4"), text: "12" });
    expect(await editor.codes(uri)).not.toContain("billing-item-code-length");
  });

  test("is no sample of the folder while it is not saved", async () => {
    const found = await breaking({ ruleId: "billing-item-code-length" });
    if ("refusal" in found) throw new Error(found.refusal);
    await editor.open(unsaved(found.file), found.text, "yaml");
    expect(await editor.codes(unsaved(found.file))).toContain("billing-item-code-length");
    expect(await editor.connection.sendRequest("erpExportRules/blocked")).toEqual([]);
    const lenses = await editor.ask<readonly CodeLens[]>("textDocument/codeLens", file);
    expect(lenses.map(({ command }) => command?.title)).toContain("not asked of any sample");
  });

  test("is not made where there is no rule", async () => {
    expect(await breaking({ line: 0 })).toEqual({ refusal: "Put the cursor on a rule." });
    expect(await breaking({ ruleId: "nonsense" })).toEqual({ refusal: "rules/company.yaml has no rule nonsense." });
  });
});
