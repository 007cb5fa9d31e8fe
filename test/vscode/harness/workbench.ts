import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { Editor } from "./editor.ts";
import { pressUntil } from "./keys.ts";
import { currentRun } from "./one-run.ts";
import { Problems } from "./problems.ts";
import { QuickInput } from "./quick-input.ts";
import { takeScreenshot } from "./screenshot.ts";
import { StatusBar } from "./status-bar.ts";
import { Views } from "./views.ts";

/** A workbench with a folder open, as a user sees it. Everything waits for what it needs, 30 seconds at most. */
export class Workbench {
  readonly page: Page;
  /** The folder that is open, on disk. */
  readonly folder: string;
  /** What the page asked of other machines; it got none of it. */
  readonly outsideRequests: readonly string[];
  readonly quickInput: QuickInput;
  readonly problems: Problems;
  readonly statusBar: StatusBar;
  readonly views: Views;

  constructor(page: Page, folder: string, outsideRequests: readonly string[]) {
    this.page = page;
    this.folder = folder;
    this.outsideRequests = outsideRequests;
    this.quickInput = new QuickInput(page);
    this.problems = new Problems(page, this.quickInput);
    this.statusBar = new StatusBar(page);
    this.views = new Views(page, this.quickInput);
  }

  /** Opens a file of the folder in an editor. */
  async openFile(path: string): Promise<Editor> {
    const file = join(this.folder, path);
    await this.quickInput.open(file);
    await this.quickInput.choose(basename(file));
    return this.activeEditor(path);
  }

  /** The editor that shows this file of the folder, once it is the active one. */
  async activeEditor(path: string): Promise<Editor> {
    const editor = new Editor(this.page, this.quickInput, join(this.folder, path));
    await editor.element.locator(`.tab.active .tab-label[aria-label^="${editor.path}"]`).waitFor();
    await editor.element.locator(".monaco-editor .view-line").first().waitFor();
    return editor;
  }

  /** What a file of the folder holds on disk. */
  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  /** Writes a file of the folder on disk, as another program would. */
  write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text);
  }

  /** Runs a command by its whole title in the palette, with its category: `PCCO: Send to ERP`. */
  async command(title: string): Promise<void> {
    await this.quickInput.open(`>${title}`);
    await this.quickInput.choose(title);
  }

  /** Presses a key until its effect shows. A second press must do what the first one did. */
  async press(key: string, effect: Locator): Promise<void> {
    await pressUntil(this.page, key, effect);
  }

  /** The tab of an editor or a panel, by its name. */
  tab(name: string): Locator {
    return this.page.locator(`.tab[aria-label^="${name}"]`).first();
  }

  /** What stands in the webview in sight. */
  webview(): FrameLocator {
    return this.page.frameLocator("iframe.webview.ready:visible").frameLocator("#active-frame");
  }

  /** The notification whose text holds this. */
  notification(text: string | RegExp): Locator {
    return this.page.locator(".notification-list-item").filter({ hasText: text }).first();
  }

  /** The dialog whose text holds this. */
  dialog(text: string | RegExp): Locator {
    return this.page.locator(".monaco-dialog-box").filter({ hasText: text });
  }

  /** Opens a walkthrough and gives its page. */
  async openWalkthrough(title: string): Promise<Locator> {
    await this.command("Welcome: Open Walkthrough...");
    await this.quickInput.choose(title);
    const page = this.page.locator(".gettingStartedContainer .gettingStartedSlideDetails");
    await page.filter({ hasText: title }).waitFor();
    return page;
  }

  /** Opens a step of the walkthrough in sight and gives it. */
  async walkthroughStep(title: string): Promise<Locator> {
    const step = this.page.locator(".getting-started-step").filter({ hasText: title });
    if ((await step.getAttribute("aria-expanded")) !== "true") await step.click();
    return step.and(this.page.locator(".expanded"));
  }

  /** Saves a picture of the workbench as it is, as `name.png` in the run's folder of screenshots. */
  async screenshot(name: string): Promise<void> {
    await takeScreenshot(this.page, currentRun().screenshots, name);
  }
}
