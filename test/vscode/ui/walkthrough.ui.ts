import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { repository } from "../harness/paths.ts";
import { testInWorkbench } from "../harness/workbench-test.ts";
import { context } from "./change-orders.ts";

const test = testInWorkbench({ files: { "pcco.context.yaml": context } });
const sample = readFileSync(join(repository, "vscode-extension/walkthrough/three-breaks.pcco.yaml"), "utf8");
const name = "three-breaks.pcco.yaml";

test("has five steps, each with its page", async ({ workbench }) => {
  await workbench.command("View: Toggle Primary Side Bar Visibility");
  const page = await workbench.openWalkthrough("Get started with ERP Export Rules");
  const titles = await page.locator(".getting-started-step .step-title").allInnerTexts();
  expect(titles).toEqual([
    "Open a PCCO that breaks three rules",
    "Read a finding",
    "Apply a fix",
    "Change a rule and watch",
    "Send it, and see the life cycle",
  ]);
  await workbench.webview().getByText("Three breaks, on purpose").waitFor();
  await workbench.screenshot("walkthrough");
  for (const [title, heading] of [
    ["Read a finding", "What a finding tells"],
    ["Apply a fix", "What a fix may do"],
    ["Change a rule and watch", "A rule set of your own"],
  ] as const) {
    await workbench.walkthroughStep(title);
    await workbench.webview().getByText(heading).waitFor();
  }
});

test("its sample opens beside it, with three underlined breaks", async ({ workbench }) => {
  const step = await workbench.walkthroughStep("Open a PCCO that breaks three rules");
  await step.getByRole("button", { name: "Open the sample" }).click();
  const editor = await workbench.activeEditor(name);
  await editor.codeLenses.filter({ hasText: "3 blockers" }).waitFor();
  expect(await editor.squiggles("error").count()).toBe(3);
  expect(workbench.read(name)).toBe(sample);
  await step.waitFor();
});

test("its buttons work on the sample while the walkthrough is in front", async ({ workbench }) => {
  const { page } = workbench;
  const reading = await workbench.walkthroughStep("Read a finding");
  await reading.getByRole("button", { name: "Show what blocks this PCCO" }).click();
  await workbench.problems.row("Status is Draft").waitFor();
  await workbench.statusBar.item("Ln 11, Col 9").waitFor();

  const mending = await workbench.walkthroughStep("Apply a fix");
  await mending.getByRole("button", { name: "Show quick fixes" }).click();
  const editor = await workbench.activeEditor(name);
  await editor.chooseFix("Set Status to Approved (only if you may approve it)");
  await editor.codeLenses.filter({ hasText: "2 blockers" }).waitFor();

  const changing = await workbench.walkthroughStep("Change a rule and watch");
  await changing.getByRole("button", { name: "Switch the rule set" }).click();
  await page
    .locator(".quick-input-title")
    .filter({ hasText: `Rules that the PCCO in ${name} pins` })
    .waitFor();
  await workbench.quickInput.type("spectrum/pcco@1.0.0");
  await workbench.quickInput.choose("spectrum/pcco@1.0.0");
  await page.locator(".view-line").filter({ hasText: "$rules: spectrum/pcco@1.0.0" }).waitFor();

  const sending = await workbench.walkthroughStep("Send it, and see the life cycle");
  await sending.getByRole("button", { name: "Show the life cycle" }).click();
  await workbench.webview().getByText("ERP status: Not in ERP.").waitFor();
});

test("asks nothing of other machines", ({ workbench }) => {
  expect(workbench.outsideRequests).toEqual([]);
});
