import { expect } from "vitest";
import { testInWorkbench } from "../harness/workbench-test.ts";
import { canopy, context } from "./change-orders.ts";

const test = testInWorkbench({
  withoutFolder: true,
  files: { "pcco.context.yaml": context, "canopy.pcco.yaml": canopy, "other.yaml": "status: draft\n" },
});

test("a PCCO that is opened by itself, without a folder, has its findings", async ({ workbench }) => {
  await workbench.openFile("other.yaml");
  const editor = await workbench.openFile("canopy.pcco.yaml");
  await editor.waitForSquiggle("error");
  await editor.codeLenses.filter({ hasText: "2 blockers" }).waitFor();
  await workbench.problems.open();
  await workbench.problems.row("Ln 6").waitFor();
  const shown = await workbench.problems.shown();
  expect(shown.map(({ code }) => code)).toEqual(["status-approved", "billing-item-code-length"]);
});
