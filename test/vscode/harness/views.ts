import type { Locator, Page } from "playwright-core";
import { exactly } from "./keys.ts";
import type { QuickInput } from "./quick-input.ts";

/** Views of the side bar and the panel, by their titles: `Test Explorer`, or one that an extension brings. */
export class Views {
  readonly #page: Page;
  readonly #quickInput: QuickInput;

  constructor(page: Page, quickInput: QuickInput) {
    this.#page = page;
    this.#quickInput = quickInput;
  }

  /** Opens a view, wherever it is, and gives it. */
  async open(title: string): Promise<Locator> {
    await this.#quickInput.open(`view ${title}`);
    await this.#quickInput.choose(title);
    await this.pane(title).waitFor();
    return this.pane(title);
  }

  pane(title: string): Locator {
    const header = this.#page.locator(`.pane-header[aria-label="${title} Section"]`);
    return this.#page.locator(".pane.expanded").filter({ has: header });
  }

  /** The rows of a view that holds a tree. */
  rows(title: string): Locator {
    return this.pane(title).locator(".monaco-list-row");
  }

  /** The row with exactly this label. */
  row(title: string, label: string): Locator {
    const named = this.#page.locator(".label-name, .label").filter({ hasText: exactly(label) });
    return this.rows(title).filter({ has: named }).first();
  }
}
