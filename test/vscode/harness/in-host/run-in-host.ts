import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { openPage } from "../browser.ts";
import { startCodeServer } from "../code-server.ts";
import { currentRun } from "../one-run.ts";
import { makeFolder } from "../open-workbench.ts";
import { bundleTests, sourcePlaces } from "./bundle.ts";
import type { Host, HostResult } from "./host-result.ts";
import { serveFolder } from "./static-files.ts";
import { runInTestMode, type TestMode } from "./test-mode.ts";

/**
 * Runs the tests of the folder `host` inside an extension host of a workbench that has a copy of `samples` open.
 *
 * For Node the extension is installed, as users install it. For the web it comes from a web site, as on vscode.dev.
 */
export async function runInHost(host: Host): Promise<readonly HostResult[]> {
  const run = currentRun();
  const shell = await makeShell(host, run.scratch);
  const installed = host === "node" ? run.extensions : mkdtempSync(join(run.scratch, "no-extensions-"));
  const folder = makeFolder(run.scratch, "samples");
  const server = await startCodeServer(installed);
  const files = await serveFolder(run.scratch);
  // The page may not load from another port than its own, unless told so.
  const { page, close } = await openPage({ bypassCSP: host === "web" });
  const location = (path: string): string =>
    host === "node"
      ? `vscode-remote://${new URL(server.url).host}${path}`
      : `${files.url}/${relative(run.scratch, path)}`;
  const extensions = host === "node" ? [shell] : [shell, unpacked(run.extensions)];
  const mode: TestMode = { extensions: extensions.map(location), tests: location(join(shell, "tests.js")) };
  try {
    const results = await runInTestMode(page, `${server.url}/?${new URLSearchParams({ folder })}`, mode);
    return results.map((result) => ({
      ...result,
      errors: result.errors.map((error) => ({ ...error, stack: sourcePlaces(error.stack, join(shell, "tests.js")) })),
    }));
  } finally {
    await close();
    await server.stop();
    await files.stop();
  }
}

/** Makes an extension that is only there to bring the tests, so that the one under test is as it ships. */
async function makeShell(host: Host, scratch: string): Promise<string> {
  const shell = join(mkdtempSync(join(scratch, "host-")), "shell");
  mkdirSync(shell);
  await bundleTests(host, join(shell, "tests.js"));
  const script = host === "node" ? {} : { browser: "./tests.js" };
  const manifest = { name: "shell", publisher: "tests", version: "0.0.0", engines: { vscode: "^1.91.0" }, ...script };
  writeFileSync(join(shell, "package.json"), JSON.stringify(manifest));
  return shell;
}

function unpacked(extensions: string): string {
  const [folder, ...more] = readdirSync(extensions, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  if (folder === undefined || more.length > 0) throw new Error(`There is not one extension in ${extensions}`);
  return join(extensions, folder.name);
}
