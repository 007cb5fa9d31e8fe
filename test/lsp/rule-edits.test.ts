import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Editor } from "./support/editor.ts";
import { context, overlay, pcco, rangeOf } from "./texts.ts";

const rules = overlay(4);
const pinned = pcco({ head: "$rules: company/pcco\n", code: "05-120" });

let editor: Editor;
beforeEach(async () => {
  editor = await Editor.start({
    folders: { job: { "pcco.context.yaml": context, "rules/company.yaml": rules, "closed.pcco.yaml": pinned } },
  });
  await editor.open("job/a.pcco.yaml", pinned);
  await editor.open("job/rules/company.yaml", rules, "erp-rules");
});
afterEach(() => editor.stop());

const refreshed = () => editor.refreshes.filter((name) => name === "diagnostic").length;

describe("an edit of a rule file", () => {
  test("changes the findings of the PCCOs it touches, before it is saved", async () => {
    expect(await editor.codes("job/a.pcco.yaml")).toEqual(["billing-item-code-length"]);
    const before = refreshed();
    await editor.change("job/rules/company.yaml", { range: rangeOf(rules, "4"), text: "12" });
    await editor.until(() => refreshed() > before);
    expect(await editor.codes("job/a.pcco.yaml")).toEqual([]);
  });

  test("that breaks it in the middle leaves the last good rules in force, and says so", async () => {
    await editor.findings("job/a.pcco.yaml");
    await editor.change("job/rules/company.yaml", { range: rangeOf(rules, "maxLength: 4"), text: "maxLen" });
    expect((await editor.findings("job/rules/company.yaml")).length).toBeGreaterThan(0);
    expect(await editor.codes("job/a.pcco.yaml")).toEqual(["billing-item-code-length"]);
    const status = await editor.ask<{ notice?: string }>("erpExportRules/status", "job/a.pcco.yaml");
    expect(status.notice).toContain("stays in force");
    const broken = rules.replace("maxLength: 4", "maxLen");
    await editor.change("job/rules/company.yaml", { range: rangeOf(broken, "maxLen"), text: "maxLength: 3" });
    expect(await editor.findings("job/rules/company.yaml")).toEqual([]);
    const mended = await editor.ask<{ notice?: string }>("erpExportRules/status", "job/a.pcco.yaml");
    expect(mended.notice).toBeUndefined();
  });

  test("leaves the answers of PCCOs it does not touch as they were", async () => {
    await editor.open("job/other.pcco.yaml", pcco({ status: "draft" }));
    const { resultId } = await editor.pull("job/other.pcco.yaml");
    const before = refreshed();
    await editor.change("job/rules/company.yaml", { range: rangeOf(rules, "4"), text: "12" });
    await editor.until(() => refreshed() > before);
    expect(await editor.pull("job/other.pcco.yaml", resultId)).toEqual({ kind: "unchanged", resultId });
  });

  test("is told of at its own place, with what was probably meant", async () => {
    const slip = rules.replace("billing-item-code-length", "billing-item-code-lenght");
    await editor.change("job/rules/company.yaml", { text: slip });
    const [found] = await editor.findings("job/rules/company.yaml");
    expect(found?.range).toEqual(rangeOf(slip, "billing-item-code-lenght"));
    expect(found?.message).toContain('Did you mean "billing-item-code-length"?');
  });

  test("points from the finding to the rule that fired", async () => {
    const [found] = await editor.findings("job/a.pcco.yaml");
    expect(found?.relatedInformation?.[0]?.location.uri).toBe(editor.uri("job/rules/company.yaml"));
  });
});
