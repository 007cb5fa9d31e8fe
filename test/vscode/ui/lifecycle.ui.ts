import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { repository } from "../harness/paths.ts";
import { testInWorkbench } from "../harness/workbench-test.ts";
import { canopy, context, ready } from "./change-orders.ts";
import { inSmallWindow } from "./small-window.ts";

const test = testInWorkbench({
  files: { "pcco.context.yaml": context, "canopy.pcco.yaml": canopy, "ready.pcco.yaml": ready },
});
const ruleFile = readFileSync(join(repository, "rules/spectrum/pcco/1.1.0.yaml"), "utf8").split("\n");

/** The last line that begins so, from 1. */
function lineOf(beginning: string): number {
  return ruleFile.findLastIndex((line) => line.startsWith(beginning)) + 1;
}

test("the diagram lights the ERP status and what can happen next, and follows the PCCO in sight", async ({
  workbench,
}) => {
  await workbench.command("View: Toggle Primary Side Bar Visibility");
  const draft = await workbench.openFile("canopy.pcco.yaml");
  await draft.clickCodeLens("Life cycle");
  const page = workbench.webview();
  await page.getByText("ERP status: Not in ERP. Possible now: Approve.").waitFor();
  const sent = await workbench.openFile("ready.pcco.yaml");
  await sent.codeLenses.filter({ hasText: "Exportable" }).waitFor();
  await page.getByText("ERP status: Not in ERP. Possible now: Send to ERP.").waitFor();
  expect(await page.locator("#title").innerText()).toBe(
    "PCCO 012 Entrance canopy lighting in the life cycle of spectrum/pcco@1.1.0",
  );
  expect(await page.locator(".current").getAttribute("aria-label")).toBe("Not in ERP");
  const lit = await page.locator(".possible").evaluateAll((all) => all.map((each) => each.getAttribute("aria-label")));
  expect(lit).toEqual(["Send to ERP"]);
  await inSmallWindow(workbench, 1280, 560, () => workbench.screenshot("lifecycle"));
});

test("the diagram tells on hover and to screen readers why an event can't happen", async ({ workbench }) => {
  const accept = workbench.webview().getByRole("button", { name: "Accept and export" });
  const why = `"Accept and export" is possible while the ERP status is Ready to Export; it is Not in ERP.`;
  expect(await accept.getAttribute("aria-description")).toContain(why);
  expect(await accept.locator("title").textContent()).toContain(why);
});

test("keys walk through the diagram, and Enter goes to the state in the rule file", async ({ workbench }) => {
  const diagram = workbench.webview();
  const { keyboard } = workbench.page;
  const focused = () => diagram.locator(":focus").getAttribute("aria-label");
  await diagram.locator("#title").click();
  await keyboard.press("Tab");
  expect(await focused()).toBe("Not in ERP");
  await keyboard.press("ArrowRight");
  expect(await focused()).not.toBe("Not in ERP");
  await keyboard.press("End");
  expect(await focused()).toBe("Synced");
  await keyboard.press("Enter");
  await workbench.tab("1.1.0.yaml").waitFor();
  await workbench.statusBar.item(`Ln ${lineOf("  synced:")}, Col 3`).waitFor();
});

test("a click goes to the event in the rule file, which can't be written to", async ({ workbench }) => {
  await workbench.webview().getByRole("button", { name: "Send to ERP", exact: true }).click();
  await workbench.statusBar.item(`Ln ${lineOf("  send:")}, Col 3`).waitFor();
  await workbench.page.keyboard.press("x");
  await workbench.page.getByText("Cannot edit in read-only editor").first().waitFor();
});

test("an event shows its difference first; discarded, it leaves the file alone", async ({ workbench }) => {
  const pcco = await workbench.openFile("ready.pcco.yaml");
  await pcco.clickCodeLens("Send to ERP");
  const question = workbench.notification("Send to ERP: ERP status Not in ERP → Ready to Export. Write it?");
  await question.getByRole("button", { name: "Discard" }).waitFor();
  await workbench.tab("ready.pcco.yaml after Send to ERP").waitFor();
  const added = workbench.page.locator(".modified-in-monaco-diff-editor .view-line, .monaco-diff-editor .view-line");
  await added.filter({ hasText: "status: ready_to_export" }).waitFor();
  await question.getByRole("button", { name: "Discard" }).click();
  await workbench.activeEditor("ready.pcco.yaml");
  expect(workbench.read("ready.pcco.yaml")).toBe(ready);
});

test("an event that is written moves the PCCO on, on disk and in the diagram", async ({ workbench }) => {
  const pcco = await workbench.activeEditor("ready.pcco.yaml");
  await pcco.clickCodeLens("Send to ERP");
  await workbench.notification("Write it?").getByRole("button", { name: "Write" }).click();
  await workbench.activeEditor("ready.pcco.yaml");
  await workbench.webview().getByText("ERP status: Ready to Export. Possible now: Retrieve from ERP.").waitFor();
  await pcco.codeLenses.filter({ hasText: "Retrieve from ERP" }).waitFor();
  const written = workbench.read("ready.pcco.yaml");
  expect(written.slice(0, written.indexOf("erp:"))).toBe(ready.slice(0, ready.indexOf("erp:")));
  expect(written).toContain("status: ready_to_export");
});

test("an event that can't happen is chosen in vain, and every reason is told", async ({ workbench }) => {
  await workbench.openFile("canopy.pcco.yaml");
  await workbench.command("ERP Export Rules: Run an Event");
  await workbench.quickInput.choose("Send to ERP");
  const told = workbench.notification("Send to ERP is not possible: ");
  await told.waitFor();
  expect(await told.innerText()).toContain("Status is Draft; it must be Approved.");
  expect(await told.innerText()).toContain("Spectrum has room for 10.");
  await told.getByRole("button", { name: "Show Problems" }).click();
  await workbench.problems.row("Status is Draft").waitFor();
  expect(workbench.read("canopy.pcco.yaml")).toBe(canopy);
});

test("asks nothing of other machines", ({ workbench }) => {
  expect(workbench.outsideRequests).toEqual([]);
});
