import { expect } from "vitest";
import { testInWorkbench } from "../harness/workbench-test.ts";
import { canopy, canopyJson, context } from "./change-orders.ts";
import { inSmallWindow } from "./small-window.ts";

const test = testInWorkbench({
  files: { "pcco.context.yaml": context, "canopy.pcco.yaml": canopy, "canopy.pcco.json": canopyJson },
  // So that the text that is pointed at stays in sight.
  settings: { "editor.hover.above": false },
});
const tooLong = 'Line 1: Billing Item Code "2651-LIGHT-A" has 12 characters; Spectrum has room for 10.';
const isDraft = "Status is Draft; it must be Approved.";
const finding = { severity: "error", source: "erp-export-rules" } as const;

test("underlines what is wrong, and tells what was found and what is allowed", async ({ workbench }) => {
  const editor = await workbench.openFile("canopy.pcco.yaml");
  await editor.waitForSquiggle("error");
  await editor.codeLenses.filter({ hasText: "2 blockers" }).waitFor();
  await inSmallWindow(workbench, 1120, 700, async () => {
    const told = await editor.hover("2651-LIGHT-A", "room for 10");
    expect(told).toContain(tooLong);
    expect(told).toContain("Rule billing-item-code-length of spectrum/pcco 1.1.0");
    await workbench.screenshot("findings-hover");
  });
  await editor.leave();
});

test("lists the findings of open and closed files", async ({ workbench }) => {
  await workbench.problems.open();
  await workbench.problems.row("Ln 24").waitFor();
  expect(await workbench.problems.shown()).toEqual([
    { ...finding, message: isDraft, code: "status-approved", line: 6, column: 13 },
    { ...finding, message: tooLong, code: "billing-item-code-length", line: 24, column: 28 },
    { ...finding, message: isDraft, code: "status-approved", line: 6, column: 9 },
    { ...finding, message: tooLong, code: "billing-item-code-length", line: 17, column: 24 },
  ]);
  await workbench.command("View: Toggle Panel Visibility");
});

test("tells in the status which rules, context and toggles apply, and why", async ({ workbench }) => {
  const editor = await workbench.activeEditor("canopy.pcco.yaml");
  expect(await workbench.statusBar.languageStatus("spectrum/pcco 1.1.0")).toEqual([
    "Rules spectrum/pcco 1.1.0\nthe newest version there is",
    "Context pcco.context.yaml\nthe nearest context file",
    "1 of 1 blocked\nJudged for the event send",
    "Export of Prime Contract Change Orders: on\ncontext",
  ]);
  await editor.leave();
});

test("mends a finding by a quick fix, and leaves comments and layout as they are", async ({ workbench }) => {
  const editor = await workbench.activeEditor("canopy.pcco.yaml");
  const fix = 'Shorten Billing Item Code to "2651-LIGHT" (check that it is right)';
  await inSmallWindow(workbench, 1120, 740, async () => {
    expect(await editor.openFixes("2651-LIGHT-A")).toContain(fix);
    await workbench.screenshot("quick-fix");
    await editor.chooseFix(fix);
  });
  await editor.goTo(1);
  await editor.codeLenses.filter({ hasText: "1 blocker" }).waitFor();
  expect(await editor.save()).toBe(canopy.replace("2651-LIGHT-A", "2651-LIGHT"));
  expect(await editor.squiggles("error").count()).toBe(1);
});

test("says and does the same with the PCCO in JSON", async ({ workbench }) => {
  const editor = await workbench.openFile("canopy.pcco.json");
  await editor.codeLenses.filter({ hasText: "2 blockers" }).waitFor();
  expect(await editor.hover("2651-LIGHT-A", "room for 10")).toContain(tooLong);
  await editor.leave();
  await editor.fix('Shorten Billing Item Code to "2651-LIGHT" (check that it is right)', "2651-LIGHT-A");
  await editor.goTo(1);
  await editor.codeLenses.filter({ hasText: "1 blocker" }).waitFor();
  expect(await editor.save()).toBe(canopyJson.replace("2651-LIGHT-A", "2651-LIGHT"));
});

test("judges a file anew that another program writes", async ({ workbench }) => {
  await workbench.problems.open();
  await workbench.problems.row(isDraft).waitFor();
  workbench.write("new.pcco.yaml", canopy.replace("draft", "void"));
  await workbench.problems.row("Status is Void; it must be Approved.").waitFor();
  workbench.write("new.pcco.yaml", canopy.replace("draft", "rejected"));
  await workbench.problems.row("Status is Rejected; it must be Approved.").waitFor();
});

test("asks nothing of other machines", ({ workbench }) => {
  expect(workbench.outsideRequests).toEqual([]);
});
