import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import UPNG from "upng-js";
import { currentRun } from "./one-run.ts";

/** Saves a picture of a page as `name.png` in the run's folder of screenshots. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  const picture = UPNG.decode(new Uint8Array(await page.screenshot({ animations: "disabled", caret: "hide" })).buffer);
  // A workbench has few colours: a palette of 256 makes the file less than half as large.
  const palette = UPNG.encode(UPNG.toRGBA8(picture), picture.width, picture.height, 256);
  writeFileSync(join(currentRun().screenshots, `${name}.png`), Buffer.from(palette));
}
