import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import UPNG from "upng-js";

/** Saves a picture of a page in a folder, as `name.png`. */
export async function takeScreenshot(page: Page, folder: string, name: string): Promise<void> {
  const picture = UPNG.decode(new Uint8Array(await page.screenshot({ animations: "disabled", caret: "hide" })).buffer);
  // A workbench has few colours: a palette of 256 makes the file less than half as large.
  const palette = UPNG.encode(UPNG.toRGBA8(picture), picture.width, picture.height, 256);
  writeFileSync(join(folder, `${name}.png`), Buffer.from(palette));
}
