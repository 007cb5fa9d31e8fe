import type { Page } from "playwright-core";
import { type HostResult, marks } from "./host-result.ts";

/** What a workbench in test mode runs, all as URLs it can load from. */
export interface TestMode {
  /** Folders of extensions that are being developed. */
  readonly extensions: readonly string[];
  /** A script with a function `run`. It runs in the host of the extension whose folder it stands in. */
  readonly tests: string;
}

/** How long all tests of a host may take, in milliseconds. */
export const longest = 150_000;

/** What VS Code says of itself: it misses compiled addons and a gallery of extensions, and does without. */
const ofItself = /^(Error: Could not locate the bindings file|Cannot find module '\.\/build|Ignoring fetching )/;

/**
 * Opens a workbench in VS Code's own test mode and waits for the results. When a test failed, prints what the host wrote
 * to its console meanwhile.
 *
 * A browser's workbench takes that mode from the settings in its page, and at the end calls a function of the page,
 * if there is one; another is given what the hosts write to their consoles.
 * @throws when the tests end without results
 */
export async function runInTestMode(page: Page, url: string, mode: TestMode): Promise<readonly HostResult[]> {
  await page.addInitScript(switchOn, {
    extensions: mode.extensions.map(uriOf),
    extensionTestsPath: uriOf(mode.tests),
  });
  let lines: string[] = [];
  let results: readonly HostResult[] | undefined;
  await page.exposeFunction("codeAutomationLog", (_kind: string, words: readonly unknown[]) => {
    const line = words.join(" ");
    const at = line.indexOf(marks.results);
    if (at !== -1) results = JSON.parse(line.slice(at + marks.results.length));
    else if (line.includes(marks.begin)) lines = [];
    else if (!ofItself.test(line)) lines.push(line);
  });
  const ended = new Promise<string>((resolve) => {
    page.exposeFunction("codeAutomationExit", (code: number) => resolve(`ended with ${code}`)).catch(String);
    setTimeout(resolve, longest, `took over ${longest / 1000} seconds`).unref();
  });
  await page.goto(url);
  const end = await ended;
  if (results?.every(({ state }) => state === "passed")) return results;
  console.log(lines.join("\n"));
  if (results === undefined) throw new Error(`The tests ${end} and gave no results`);
  return results;
}

/** Runs in the page before anything else of it, so it must stand by itself. */
function switchOn(options: Readonly<Record<string, unknown>>): void {
  const observer = new MutationObserver(() => {
    const element = document.getElementById("vscode-workbench-web-configuration");
    const settings = element?.getAttribute("data-settings");
    if (!element || !settings) return;
    observer.disconnect();
    const all = JSON.parse(settings);
    all.developmentOptions = { ...all.developmentOptions, ...options };
    element.setAttribute("data-settings", JSON.stringify(all));
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** A URL in the parts that VS Code's own class has. */
function uriOf(url: string): { readonly scheme: string; readonly authority: string; readonly path: string } {
  const { protocol, host, pathname } = new URL(url);
  return { scheme: protocol.slice(0, -1), authority: host, path: decodeURIComponent(pathname) };
}
