import { test } from "vitest";
import { currentRun } from "./one-run.ts";
import { openWorkbench, type WorkbenchOptions } from "./open-workbench.ts";
import { takeScreenshot } from "./screenshot.ts";

/**
 * Makes the `test` of a file, whose tests are all given the same `workbench`: they run in their order, and each finds it
 * as the one before left it. It is started for the first and closed after the last; when one fails, a picture of it goes
 * to `.cache/failures`.
 */
export function testInWorkbench(options: WorkbenchOptions) {
  return (
    test
      // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs.
      .extend("opened", { scope: "file" }, async ({}, { onCleanup }) => {
        const { workbench, close } = await openWorkbench(options);
        onCleanup(close);
        return workbench;
      })
      .extend("workbench", async ({ opened, onTestFailed, task }) => {
        onTestFailed(() => takeScreenshot(opened.page, currentRun().failures, task.name.replaceAll(/\W+/g, "-")));
        return opened;
      })
  );
}
