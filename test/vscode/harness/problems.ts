import type { Locator, Page } from "playwright-core";
import type { QuickInput } from "./quick-input.ts";

/** An entry of the Problems panel. */
export interface Problem {
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  /** Who reported it; empty when it does not say. */
  readonly source: string;
  readonly code: string;
  /** From 1, as the panel says them. */
  readonly line: number;
  readonly column: number;
}

/** The Problems panel. */
export class Problems {
  readonly #page: Page;
  readonly #quickInput: QuickInput;

  constructor(page: Page, quickInput: QuickInput) {
    this.#page = page;
    this.#quickInput = quickInput;
  }

  /** The row whose text holds this. The panel must be open. */
  row(text: string | RegExp): Locator {
    return this.#rows.filter({ hasText: text }).first();
  }

  async open(): Promise<void> {
    await this.#quickInput.open(">Problems: Focus on Problems View");
    await this.#quickInput.choose("Problems: Focus on Problems View");
    await this.#page.locator(".markers-panel").waitFor();
  }

  /** What the panel has in sight, in its order. It must be open. */
  async shown(): Promise<readonly Problem[]> {
    return this.#rows.evaluateAll((rows) =>
      rows.map((row) => {
        const of = (part: string) => row.querySelector(part)?.textContent ?? "";
        // The icon of a row turns into a light bulb; what a screen reader says of it stays.
        const spoken = row.getAttribute("aria-label") ?? "";
        const [, line, column] = /Ln (\d+), Col (\d+)/.exec(of(".marker-line")) ?? [];
        const severity = spoken.startsWith("Error:") ? "error" : spoken.startsWith("Warning:") ? "warning" : "info";
        return {
          severity,
          message: of(".marker-message"),
          source: of(".marker-source"),
          code: of(".marker-code"),
          line: Number(line),
          column: Number(column),
        } as const;
      }),
    );
  }

  get #rows(): Locator {
    return this.#page.locator('.markers-panel .monaco-list-row[aria-level="2"]');
  }
}
