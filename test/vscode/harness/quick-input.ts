import type { Page } from "playwright-core";
import { focusRow, pressUntil } from "./keys.ts";

/** The box at the top of the workbench: commands, files, and what an extension asks. */
export class QuickInput {
  readonly #page: Page;
  readonly #box;
  readonly #rows;

  constructor(page: Page) {
    this.#page = page;
    this.#box = page.locator(".quick-input-widget:visible");
    this.#rows = this.#box.locator(".quick-input-list .monaco-list-row");
  }

  /** Opens it with a text: `>` before a command, `:` before a line, or the path of a file. */
  async open(text: string): Promise<void> {
    await pressUntil(this.#page, "F1", this.#box);
    await this.type(text);
  }

  /** Replaces what stands in the box. */
  async type(text: string): Promise<void> {
    await this.#box.locator("input").first().fill(text);
  }

  /** The rows that it offers now; those far down a long list are not there yet. */
  async rows(): Promise<readonly string[]> {
    await this.#rows.first().waitFor();
    return this.#rows.locator(".quick-input-list-row:first-child .label-name").allInnerTexts();
  }

  /** Takes the row with exactly this label. */
  async choose(label: string): Promise<void> {
    await focusRow(this.#page, this.#rows, label, ".label-name");
    await this.accept();
  }

  /** Presses Enter: takes what has the focus, or the text. */
  async accept(): Promise<void> {
    await this.#page.keyboard.press("Enter");
  }

  /** Waits until it is gone. */
  async closed(): Promise<void> {
    await this.#box.waitFor({ state: "detached" });
  }
}
