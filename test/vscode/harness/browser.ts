import { type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { programs } from "./paths.ts";

/** A page in a browser of its own. */
export interface OpenPage {
  readonly page: Page;
  /** What the page asked of other machines. None of it got out. */
  readonly outsideRequests: readonly string[];
  close(): Promise<void>;
}

/** Opens an empty page of 1280 by 800 pixels that reaches this machine alone. */
export async function openPage(options: BrowserContextOptions = {}): Promise<OpenPage> {
  const browser = await chromium.launch({
    executablePath: programs.chromium,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1,
    permissions: ["clipboard-read", "clipboard-write"],
    reducedMotion: "reduce",
    ...options,
  });
  context.setDefaultTimeout(30_000);
  const outsideRequests: string[] = [];
  await context.route(
    ({ protocol, hostname }) => protocol.startsWith("http") && !["127.0.0.1", "localhost"].includes(hostname),
    (route) => {
      outsideRequests.push(route.request().url());
      return route.abort();
    },
  );
  return { page: await context.newPage(), outsideRequests, close: () => browser.close() };
}
