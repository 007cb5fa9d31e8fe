import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { installExtension } from "./harness/code-server.ts";
import { beginRun, endRun } from "./harness/one-run.ts";
import { programs, repository, vsix as shipped, suite } from "./harness/paths.ts";

// Runs the tests in a real VS Code workbench:
//   npx tsx test/vscode/run.ts [--only ui|node|web] [--screenshots FOLDER] [--vsix FILE] [-t NAME] [FILE...]
// ui: as a user sees it. node and web: by the API of VS Code, in either kind of extension host.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string" },
    screenshots: { type: "string", default: join(suite, ".cache/screenshots") },
    vsix: { type: "string", default: shipped },
    testNamePattern: { type: "string", short: "t" },
  },
});

needFile(programs.chromium, "bash test/vscode/setup.sh");
needFile(programs.codeServer, "bash test/vscode/setup.sh");
needFile(values.vsix, "npm run package -w erp-export-rules");

const run = beginRun(resolve(values.screenshots));
const stopped = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopped.abort());
try {
  installExtension(resolve(values.vsix), run.extensions);
  const words = [
    ...["run", "--config", join(suite, "vitest.config.ts")],
    ...(values.only === undefined ? [] : ["--project", values.only]),
    ...(values.testNamePattern === undefined ? [] : ["-t", values.testNamePattern]),
    ...positionals,
  ];
  process.exitCode =
    (await succeeds("typescript/bin/tsc", ["-p", suite])) && (await succeeds("vitest/vitest.mjs", words)) ? 0 : 1;
} finally {
  endRun(run);
}

/** Runs a program of the repository with this one's output, and tells whether it found no fault. */
async function succeeds(program: string, words: readonly string[]): Promise<boolean> {
  const file = join(repository, "node_modules", program);
  const child = spawn(process.execPath, [file, ...words], { stdio: ["ignore", "inherit", "inherit"] });
  stopped.signal.addEventListener("abort", () => child.kill());
  const [code] = await once(child, "exit");
  return code === 0 && !stopped.signal.aborted;
}

function needFile(file: string, command: string): void {
  if (existsSync(file)) return;
  console.error(`${file} is missing. Run first: ${command}`);
  process.exit(2);
}
