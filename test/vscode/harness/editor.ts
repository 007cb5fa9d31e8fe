import { readFileSync, statSync } from "node:fs";
import { errors, type Locator, type Page } from "playwright-core";
import { expect } from "vitest";
import { placeOf } from "./editor-text.ts";
import { focusRow, pressUntil } from "./keys.ts";
import type { QuickInput } from "./quick-input.ts";
import { until } from "./until.ts";

/** How grave a squiggle is. */
export type Severity = "error" | "warning" | "info";

/**
 * The active text editor. Texts are looked for in the lines in sight, and the first occurrence is taken, or the first
 * in a line if one is given (from 1).
 */
export class Editor {
  /** The file on disk. */
  readonly path: string;
  readonly #page: Page;
  readonly #quickInput: QuickInput;

  constructor(page: Page, quickInput: QuickInput, path: string) {
    this.#page = page;
    this.#quickInput = quickInput;
    this.path = path;
  }

  /** Everything of the active group of editors. */
  get element(): Locator {
    return this.#page.locator(".editor-group-container.active");
  }

  squiggles(severity: Severity): Locator {
    return this.element.locator(`.squiggly-${severity}`);
  }

  async waitForSquiggle(severity: Severity): Promise<void> {
    await this.squiggles(severity).first().waitFor();
  }

  async waitForNoSquiggle(severity: Severity): Promise<void> {
    await this.squiggles(severity).first().waitFor({ state: "detached" });
  }

  /** Puts the cursor at a place, and the place in sight. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.#quickInput.open(`:${line}:${column}`);
    await this.#quickInput.accept();
    await this.#quickInput.closed();
    const position = this.#page.locator('[id="status.editor.selection"]');
    await position.filter({ hasText: new RegExp(`Ln ${line}, Col ${column}(?!\\d)`) }).waitFor();
  }

  /** Puts the cursor before the first character of a text. */
  async goToText(text: string, line?: number): Promise<void> {
    const place = await placeOf(this.#page, text, line);
    await this.goTo(place.line, place.column);
  }

  /** Puts text in where the cursor is. */
  async insert(text: string): Promise<void> {
    await this.#page.keyboard.insertText(text);
  }

  /** Points at a text until the hover shows `shows`, and gives all that the hover says. */
  async hover(text: string, shows: string | RegExp, line?: number): Promise<string> {
    const hover = this.#page.locator(".monaco-hover:visible").filter({ hasText: shows }).first();
    for (let tries = 1; ; tries++) {
      const { x, y } = await placeOf(this.#page, text, line);
      await this.#page.mouse.move(x - 1, y);
      await this.#page.mouse.move(x, y, { steps: 3 });
      try {
        await hover.waitFor({ timeout: 3000 });
        return await hover.innerText();
      } catch (error) {
        if (tries === 10 || !(error instanceof errors.TimeoutError)) throw error;
        await this.leave();
      }
    }
  }

  /** Takes the mouse away from everything that shows a hover. */
  async leave(): Promise<void> {
    await this.#page.mouse.move(1279, 799);
    await this.#page.locator(".monaco-hover:visible").first().waitFor({ state: "detached" });
  }

  /** Opens the menu of quick fixes and refactorings at a text and gives their titles. */
  async openFixes(text: string, line?: number): Promise<readonly string[]> {
    await this.goToText(text, line);
    await pressUntil(this.#page, "Control+.", this.#fixes);
    return this.#fixes.locator(".title").allInnerTexts();
  }

  /** Takes a fix of the open menu. */
  async chooseFix(title: string): Promise<void> {
    await focusRow(this.#page, this.#fixes, title, ".title");
    await this.#page.keyboard.press("Enter");
    await this.#fixes.first().waitFor({ state: "detached" });
  }

  /** Applies the fix with exactly this title at a text. */
  async fix(title: string, text: string, line?: number): Promise<void> {
    await this.openFixes(text, line);
    await this.chooseFix(title);
  }

  /** Opens the suggestions at the cursor and gives their labels. */
  async openSuggestions(): Promise<readonly string[]> {
    await pressUntil(this.#page, "Control+Space", this.#suggestions);
    return this.#suggestions.locator(".label-name").allInnerTexts();
  }

  /** Takes a suggestion of the open list. */
  async chooseSuggestion(label: string): Promise<void> {
    await focusRow(this.#page, this.#suggestions, label, ".label-name");
    await this.#page.keyboard.press("Enter");
    await this.#suggestions.first().waitFor({ state: "detached" });
  }

  /** The code lenses in sight. */
  get codeLenses(): Locator {
    return this.element.locator(".codelens-decoration > a, .codelens-decoration > span:not(:empty)");
  }

  /** Clicks the first code lens whose text holds this. */
  async clickCodeLens(text: string): Promise<void> {
    // VS Code first shows those it remembers, as texts, which can't be clicked.
    await this.element.locator(".codelens-decoration > a").filter({ hasText: text }).first().click();
  }

  /** The text in sight, one string a line. */
  async visibleLines(): Promise<readonly string[]> {
    const lines = await this.element.locator(".view-line").evaluateAll((found) =>
      found
        .map((line) => ({ top: Number.parseFloat(getComputedStyle(line).top), text: line.textContent ?? "" }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text.replaceAll("\u00a0", " ")),
    );
    return lines;
  }

  /** Saves the text, which must have changed, and gives what is then on disk. */
  async save(): Promise<string> {
    const tab = this.element.locator(".tab.active");
    await expect.poll(() => tab.getAttribute("class"), { timeout: 30_000 }).toContain("dirty");
    const written = () => statSync(this.path, { bigint: true }).mtimeNs;
    const before = written();
    await pressUntil(this.#page, "Control+S", tab.and(this.#page.locator(":not(.dirty)")));
    // The tab is clean before the file is written.
    await until("the file to be saved", () => written() !== before);
    return readFileSync(this.path, "utf8");
  }

  get #fixes(): Locator {
    return this.#page.locator(".action-widget .monaco-list-row.action");
  }

  get #suggestions(): Locator {
    return this.#page.locator(".suggest-widget.visible .monaco-list-row");
  }
}
