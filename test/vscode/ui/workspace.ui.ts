import { expect } from "vitest";
import { testInWorkbench } from "../harness/workbench-test.ts";
import { canopy, companyRules, companyTests, context, ready } from "./change-orders.ts";

const test = testInWorkbench({
  files: {
    "pcco.context.yaml": context,
    "jobs/canopy.pcco.yaml": canopy,
    "ready.pcco.yaml": `$expect: []\n${ready}`,
    "company.rules.yaml": companyRules,
    "company.test.yaml": companyTests,
  },
});

test("the tree of blocked PCCOs names each with its findings, and leads to them", async ({ workbench }) => {
  const { views } = workbench;
  const ready = await workbench.openFile("ready.pcco.yaml");
  await ready.codeLenses.filter({ hasText: "Exportable" }).waitFor();
  await views.open("Blocked PCCOs");
  await views.row("Blocked PCCOs", "PCCO 012 Entrance canopy lighting").click();
  await workbench.tab("canopy.pcco.yaml").waitFor();
  await workbench.page.keyboard.press("ArrowRight");
  await views.row("Blocked PCCOs", "Status is Draft; it must be Approved.").click();
  await workbench.statusBar.item("Ln 6, Col 9").waitFor();
});

test("a toggle set for the workspace goes before the context's, and the status says so", async ({ workbench }) => {
  const pcco = await workbench.openFile("ready.pcco.yaml");
  await pcco.codeLenses.filter({ hasText: "Exportable" }).waitFor();
  await workbench.command("ERP Export Rules: Set a Toggle");
  await workbench.quickInput.choose("Off");
  await pcco.waitForSquiggle("error");
  expect(await workbench.statusBar.languageStatus("Orders: off")).toContain(
    "Export of Prime Contract Change Orders: off\nworkspace setting",
  );
  expect(JSON.parse(workbench.read(".vscode/settings.json"))).toEqual({
    "erpExportRules.features": { export_prime_contract_change_orders: false },
  });
  await workbench.statusBar.languageStatusLink("Toggle").click();
  await workbench.quickInput.choose("As the context says");
  await pcco.waitForNoSquiggle("error");
});

test("another version of the rules is chosen for the workspace", async ({ workbench }) => {
  const pcco = await workbench.openFile("jobs/canopy.pcco.yaml");
  await workbench.command("ERP Export Rules: Switch Rule Set");
  await workbench.quickInput.type("company/pcco");
  await workbench.quickInput.choose("company/pcco@1.0.0");
  await pcco.codeLenses.filter({ hasText: "1 blocker" }).waitFor();
  expect(await workbench.statusBar.languageStatus("company/pcco")).toContain(
    "Rules company/pcco 1.0.0\nthe setting erpExportRules.rules",
  );
  await workbench.command("ERP Export Rules: Switch Rule Set");
  await workbench.quickInput.choose("The newest rules that ship");
  await pcco.codeLenses.filter({ hasText: "2 blockers" }).waitFor();
  expect(JSON.parse(workbench.read(".vscode/settings.json"))).toEqual({});
});

test("a rule is turned off with a reason, and a new rule file says so", async ({ workbench }) => {
  const pcco = await workbench.activeEditor("jobs/canopy.pcco.yaml");
  await pcco.fix("Turn off billing-item-code-length here, with a reason", "2651-LIGHT-A");
  await workbench.quickInput.type("Our Spectrum takes longer codes.");
  await workbench.quickInput.accept();
  await workbench.page.locator(".view-line").filter({ hasText: "because: Our Spectrum takes longer codes." }).waitFor();
});

test("the Test Explorer runs rule tests and samples", async ({ workbench }) => {
  const { views } = workbench;
  await views.open("Test Explorer");
  await views.row("Test Explorer", "company.test.yaml").waitFor();
  await views.row("Test Explorer", "ready.pcco.yaml").waitFor();
  await workbench.command("Test: Run All Tests");
  await workbench.page.getByText("3/3").waitFor();
  const rules = await workbench.openFile("company.rules.yaml");
  await rules.goToText("2", 9);
  await workbench.page.keyboard.press("Delete");
  await rules.insert("1");
  await workbench.command("Test: Run All Tests");
  await workbench.page.getByText("2/3").waitFor();
  const failed = workbench.page.locator(".test-output-peek-tree .monaco-list-row");
  await failed.filter({ hasText: "billing-item-code-length is broken, which is not expected" }).waitFor();
});

test("the server, started again, goes on judging", async ({ workbench }) => {
  await workbench.command("ERP Export Rules: Restart");
  const pcco = await workbench.openFile("ready.pcco.yaml");
  await pcco.goToText("approved");
  await pcco.insert("un");
  await pcco.waitForSquiggle("error");
  expect(await pcco.hover("unapproved", "Status")).toContain('"unapproved"');
});

test("asks nothing of other machines", ({ workbench }) => {
  expect(workbench.outsideRequests).toEqual([]);
});
