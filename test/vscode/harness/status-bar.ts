import type { Locator, Page } from "playwright-core";

/** The bar at the bottom. */
export class StatusBar {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The item whose text holds this. */
  item(text: string | RegExp): Locator {
    return this.#page.locator(".statusbar-item").filter({ hasText: text }).first();
  }

  /** The texts of all items, from left to right. */
  async texts(): Promise<readonly string[]> {
    const texts = await this.#page.locator(".statusbar-item").allInnerTexts();
    return texts.map((text) => text.trim()).filter((text) => text !== "");
  }

  /** Points at the `{}` beside the language and gives its entries when one of them holds `shows`. */
  async languageStatus(shows: string | RegExp): Promise<readonly string[]> {
    const entries = this.#page.locator(".hover-language-status");
    // It opens only when the pointer comes from elsewhere.
    await this.#page.mouse.move(640, 400);
    await entries.first().waitFor({ state: "detached" });
    await this.#page.locator('[id="status.languageStatus"]').hover();
    await entries.filter({ hasText: shows }).first().waitFor();
    return entries.locator(".left").allInnerTexts();
  }

  /** The links of the open language status. */
  languageStatusLink(text: string): Locator {
    return this.#page.locator(".hover-language-status .right a").filter({ hasText: text }).first();
  }
}
