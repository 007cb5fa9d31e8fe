import { expect } from "vitest";
import { testInWorkbench } from "../harness/workbench-test.ts";
import { canopy, context } from "./change-orders.ts";

const tests = `ruleSet: spectrum/pcco@1.1.0
at: 2026-11-05T09:00:00Z
documents:
  canopy: { status: approved, created_at: 2025-03-04T15:10:00Z, reviewed_at: 2025-03-11T18:22:00Z }
variants:
  draft: { of: canopy, change: { /status: draft } }
matrix:
  - name: what is sent
    documents: [canopy, draft]
    default: { broken: [line-items-required] }
cases:
  - name: without lines
    document: draft
    broken: [status-approved, line-items-required]
`;

const test = testInWorkbench({
  files: { "pcco.context.yaml": context, "canopy.pcco.yaml": canopy, "spectrum.test.yaml": tests },
});

test("a matrix runs by its lens; what failed stands at what was expected", async ({ workbench }) => {
  await workbench.command("View: Toggle Primary Side Bar Visibility");
  const file = await workbench.openFile("spectrum.test.yaml");
  await file.clickCodeLens("Run all");
  // VS Code shows the two side by side, in short: what came, and what was expected.
  const failure = workbench.page.getByText(/!= broken: - line-items-required/);
  await failure.waitFor();
  expect((await failure.innerText()).replaceAll("\u00a0", " ")).toContain("approved != broken: - line-items-required");
});

test("Why? shows beside the tests how the verdict on a case comes about", async ({ workbench }) => {
  const file = await workbench.activeEditor("spectrum.test.yaml");
  await file.clickCodeLens("Why?");
  await workbench.tab("test what is sent.md").waitFor();
  await workbench.page.getByText("# Why: test what is sent: draft, send").waitFor();
});
