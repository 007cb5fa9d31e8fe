import { expect } from "vitest";
import { focusRow } from "../harness/keys.ts";
import { testInWorkbench } from "../harness/workbench-test.ts";
import { canopy, companyRules, context } from "./change-orders.ts";
import { inSmallWindow } from "./small-window.ts";

const ofOurOwn = companyRules.replace(
  "overrides:",
  `rules:
  title-on-cover-page:
    title: The Title fits on the cover page
    field: title
    
    severity: warning
    stage: send
    source: fields
overrides:`,
);

const test = testInWorkbench({
  files: {
    "pcco.context.yaml": context,
    "canopy.pcco.yaml": `$rules: ./company.rules.yaml\n${canopy}`,
    "company.rules.yaml": companyRules,
    "next.rules.yaml": ofOurOwn.replace("1.0.0", "1.1.0").replace("2026-11-01", "2027-01-01"),
  },
  settings: { "editor.suggest.showSnippets": false },
});
const tooLong = "has 12 characters; Spectrum has room for 11.";

test("completion offers the keywords that fit a rule's field, and tells what each asks", async ({ workbench }) => {
  const rules = await workbench.openFile("next.rules.yaml");
  await rules.codeLenses.first().waitFor();
  await inSmallWindow(workbench, 1280, 620, async () => {
    await rules.goTo(11, 5);
    const labels = await rules.openSuggestions();
    expect(labels).toContain("maxLength");
    expect(labels).not.toContain("sumEquals");
    const list = workbench.page.locator(".suggest-widget.visible .monaco-list-row");
    await focusRow(workbench.page, list, "maxLength", ".label-name");
    await workbench.page.keyboard.press("Control+Space");
    await workbench.page.locator(".suggest-details").getByText("At most this many characters").waitFor();
    await workbench.screenshot("rule-completion");
    await rules.chooseSuggestion("maxLength");
  });
  expect(await rules.save()).toMatch(/ {4}field: title\n {4}maxLength: \d*\n {4}severity/);
  await workbench.command("View: Close All Editors");
});

test("a change of a rule file changes the findings of the PCCO beside it while it is typed", async ({ workbench }) => {
  const pcco = await workbench.openFile("canopy.pcco.yaml");
  await pcco.codeLenses.filter({ hasText: "1 blocker" }).waitFor();
  expect(await pcco.squiggles("error").count()).toBe(1);
  await workbench.command("View: Split Editor Right");
  const rules = await workbench.openFile("company.rules.yaml");
  await rules.codeLenses.filter({ hasText: "none of 1 sample" }).waitFor();
  await workbench.problems.open();
  await rules.goToText("2", 9);
  await workbench.page.keyboard.press("Delete");
  await rules.insert("1");
  await workbench.problems.row(tooLong).waitFor();
  await workbench.page.locator(".codelens-decoration").filter({ hasText: "2 blockers" }).waitFor();
  await rules.codeLenses.filter({ hasText: "1 of 1 sample" }).waitFor();
  await rules.save();
});

test("a rule file with faults leaves the last good rules in force, and the status says so", async ({ workbench }) => {
  const rules = await workbench.activeEditor("company.rules.yaml");
  await rules.goToText("11", 9);
  await rules.insert("eleven: ");
  await rules.waitForSquiggle("error");
  await rules.save();
  const lastGood = "The rule file has faults; its last version without faults stays in force.";
  expect(await workbench.statusBar.languageStatus(lastGood)).toEqual([`Rule set company/pcco 1.0.0\n${lastGood}`]);
  await workbench.problems.row(tooLong).waitFor();
  const pcco = await workbench.openFile("canopy.pcco.yaml");
  expect(await workbench.statusBar.languageStatus(lastGood)).toContain(`Rules company/pcco 1.0.0\n${lastGood}`);
  expect(await pcco.squiggles("error").count()).toBe(2);
});

test("asks nothing of other machines", ({ workbench }) => {
  expect(workbench.outsideRequests).toEqual([]);
});
