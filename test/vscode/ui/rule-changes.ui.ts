import { expect } from "vitest";
import { testInWorkbench } from "../harness/workbench-test.ts";
import { canopy, companyRules, companyTests, context, ready } from "./change-orders.ts";

const pinned = (pcco: string): string => `$rules: company/pcco\n${pcco}`;

const test = testInWorkbench({
  files: {
    "pcco.context.yaml": context,
    "canopy.pcco.yaml": pinned(canopy),
    "ready.pcco.yaml": pinned(ready),
    "company.rules.yaml": companyRules,
    "company.test.yaml": companyTests,
  },
});

test("an edit of a rule file tells at the foot of the window which PCCOs change", async ({ workbench }) => {
  const rules = await workbench.openFile("company.rules.yaml");
  await rules.codeLenses.filter({ hasText: "Compare with published version" }).waitFor();
  await rules.goToText("12", 9);
  await workbench.page.keyboard.press("Delete");
  await workbench.page.keyboard.press("Delete");
  await rules.insert("9");
  await workbench.statusBar.item("1 of 2 PCCOs changes").click();
  const row = workbench.page.locator(".quick-input-list .monaco-list-row");
  await row.filter({ hasText: "PCCO 012 Entrance canopy lighting" }).waitFor();
  expect(await row.first().innerText()).toContain("nothing blocks it → blocked");
  await workbench.screenshot("rule-impact");
  await workbench.page.keyboard.press("Escape");
});

test("a lens compares the rules with those they extend on a page, whose PCCOs open with their findings", async ({
  workbench,
}) => {
  const rules = await workbench.activeEditor("company.rules.yaml");
  await rules.clickCodeLens("Compare with published version");
  const page = workbench.page.locator(".editor-group-container").nth(1);
  await page.getByText("company/pcco 1.0.0").first().waitFor();
  await page.locator(".codelens-decoration > a").filter({ hasText: "Open this PCCO" }).first().waitFor();
  await workbench.screenshot("rule-comparison");
  await page.locator(".codelens-decoration > a").filter({ hasText: "Open this PCCO" }).first().click();
  await workbench.tab("witness.pcco.yaml").waitFor();
  await page
    .locator(".codelens-decoration")
    .filter({ hasText: /blocker|Exportable/ })
    .first()
    .waitFor();
  await workbench.screenshot("rule-witness");
});

test("tests run with coverage mark the lines of the rule file", async ({ workbench }) => {
  await workbench.openFile("company.test.yaml");
  await workbench.command("Test: Run All Tests with Coverage");
  const rules = await workbench.openFile("company.rules.yaml");
  const marks = rules.element.locator(".coverage-deco-gutter");
  await marks.and(workbench.page.locator(".coverage-deco-hit.coverage-deco-miss")).waitFor();
  await workbench.page.keyboard.press("Control+;");
  await workbench.page.keyboard.press("Control+Shift+I");
  const told = await rules.hover("maxLength", "length 8");
  expect(told).toContain("length 8");
  await workbench.screenshot("rule-coverage");
});
