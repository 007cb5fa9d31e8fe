import { errors, type Locator, type Page } from "playwright-core";

/**
 * Presses a key until its effect shows: while the workbench starts, keys are lost without a trace. The effect of a
 * second press must be that of the first.
 * @throws when the effect has not come after 30 seconds
 */
export async function pressUntil(page: Page, key: string, effect: Locator): Promise<void> {
  for (let tries = 1; ; tries++) {
    await page.keyboard.press(key);
    try {
      await effect.first().waitFor({ timeout: 3000 });
      return;
    } catch (error) {
      if (tries === 10 || !(error instanceof errors.TimeoutError)) throw error;
    }
  }
}

/** Goes down a list by key until the row with exactly this label has the focus. */
export async function focusRow(page: Page, rows: Locator, label: string, labelOf: string): Promise<void> {
  const named = page.locator(labelOf).filter({ hasText: exactly(label) });
  const row = rows.filter({ has: named }).first();
  await row.waitFor();
  const focused = rows.and(page.locator(".focused")).filter({ has: named });
  const most = await rows.count();
  for (let tries = 0; tries <= most; tries++) {
    if ((await focused.count()) > 0) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`The row "${label}" is there but did not get the focus`);
}

/** A text and no more; any white space matches any other. */
export function exactly(text: string): RegExp {
  const words = text.trim().split(/\s+/);
  return new RegExp(`^\\s*${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+")}\\s*$`);
}
