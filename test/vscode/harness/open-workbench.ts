import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { openPage } from "./browser.ts";
import { startCodeServer } from "./code-server.ts";
import { currentRun } from "./one-run.ts";
import { repository } from "./paths.ts";
import { Workbench } from "./workbench.ts";

/** What a workbench starts with. */
export interface WorkbenchOptions {
  /** A folder of the repository whose copy is opened; an empty folder without it. */
  readonly copyOf?: string;
  /** Makes the folder, but opens none. */
  readonly withoutFolder?: true;
  /** Files written into the folder, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** The user's settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A workbench and the way to end it. */
export interface OpenWorkbench {
  readonly workbench: Workbench;
  close(): Promise<void>;
}

/** Starts VS Code with the extension, opens a folder in it unless none is wanted, and waits until its files are listed. */
export async function openWorkbench({
  copyOf,
  files,
  settings,
  withoutFolder,
}: WorkbenchOptions): Promise<OpenWorkbench> {
  const run = currentRun();
  const folder = makeFolder(run.scratch, copyOf, files);
  const server = await startCodeServer(run.extensions, settings);
  const { page, outsideRequests, close } = await openPage();
  const opened: Readonly<Record<string, string>> = withoutFolder ? { ew: "true" } : { folder };
  await page.goto(`${server.url}/?${new URLSearchParams(opened)}`);
  await page
    .locator(withoutFolder ? ".part.statusbar .statusbar-item" : ".explorer-folders-view .monaco-list-row")
    .first()
    .waitFor();
  return {
    workbench: new Workbench(page, folder, outsideRequests),
    close: async () => {
      await close();
      await server.stop();
    },
  };
}

/** Makes the folder that is opened, in a folder of its own: its name is in every picture. */
export function makeFolder(
  scratch: string,
  copyOf: string | undefined,
  files: Readonly<Record<string, string>> = {},
): string {
  const folder = join(mkdtempSync(join(scratch, "folder-")), "change-orders");
  mkdirSync(folder);
  if (copyOf !== undefined) cpSync(join(repository, copyOf), folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
