import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { currentRun } from "./one-run.ts";
import { programs } from "./paths.ts";
import { startBackground } from "./processes.ts";
import { quietSettings } from "./settings.ts";
import { until } from "./until.ts";

/** A VS Code server on this machine, with a home and settings of its own. */
export interface CodeServer {
  /** Without a slash at its end. */
  readonly url: string;
  /** A folder that only this server has. */
  readonly home: string;
  stop(): Promise<void>;
}

/** Unpacks an extension into a folder of extensions, as a user's installation does. */
export function installExtension(vsix: string, extensions: string): void {
  const home = makeHome({});
  const words = [...wordsFor(home, extensions), "--install-extension", vsix];
  execFileSync(programs.node, words, { env: environment(home), stdio: "pipe" });
}

/**
 * @param extensions the folder of the extensions it has besides VS Code's own
 * @param settings the user's settings, over the quiet ones
 */
export async function startCodeServer(
  extensions: string,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<CodeServer> {
  const home = makeHome(settings);
  const port = await freePort();
  const log = join(home, "code-server.log");
  const words = [...wordsFor(home, extensions), "--auth", "none", "--bind-addr", `127.0.0.1:${port}`, ...quietly];
  const { child, stop } = startBackground([programs.node, ...words], {
    env: environment(home),
    folder: currentRun().processes,
    log,
  });
  const url = `http://127.0.0.1:${port}`;
  await until("code-server to answer", async () => {
    if (child.exitCode !== null) throw new Error(`code-server ended at once:\n${readFileSync(log, "utf8")}`);
    return fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  });
  return { url, home, stop };
}

const quietly = [
  "--disable-telemetry",
  "--disable-update-check",
  "--disable-workspace-trust",
  "--disable-getting-started-override",
  "--disable-proxy",
  "--ignore-last-opened",
];

function makeHome(settings: Readonly<Record<string, unknown>>): string {
  const home = mkdtempSync(join(currentRun().scratch, "home-"));
  mkdirSync(join(home, "data/User"), { recursive: true });
  writeFileSync(join(home, "data/User/settings.json"), JSON.stringify({ ...quietSettings, ...settings }));
  writeFileSync(join(home, "config.yaml"), "");
  return home;
}

function wordsFor(home: string, extensions: string): readonly string[] {
  return [
    programs.codeServer,
    ...["--config", join(home, "config.yaml")],
    ...["--user-data-dir", join(home, "data")],
    ...["--extensions-dir", extensions],
  ];
}

/** Little of this process's own: that it runs tests is nothing the extension may see. */
function environment(home: string): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"], LANG: "C.UTF-8", HOME: home, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no free port")),
      );
    });
  });
}
