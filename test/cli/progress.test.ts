import { spawn, spawnSync } from "node:child_process";
import { createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { cli, context, documentsOf, folderWith, line } from "../support/cli.ts";

const words = "check - --context spectrum.context.yaml --as-of 2026-11-05 --format ndjson";

/** A check of what the test writes, on a terminal of its own; the report goes to a file. */
function onTerminal() {
  const folder = folderWith({ ...context });
  spawnSync("mkfifo", [join(folder, "lines")]);
  const command = `"${process.execPath}" "${cli}" ${words} <lines >report.ndjson; echo "ended with $?"`;
  const terminal = spawn("script", ["-qefc", command, "/dev/null"], {
    cwd: folder,
    env: { ...process.env, SHELL: "/bin/bash", NODE_OPTIONS: "" },
  });
  onTestFinished(() => void terminal.kill("SIGKILL"));
  const lines = createWriteStream(join(folder, "lines"));
  let shown = "";
  terminal.stdout.on("data", (chunk: Buffer) => {
    shown += chunk.toString();
  });
  const ended = new Promise<void>((resolve) => {
    terminal.on("close", () => resolve());
  });
  const report = () => documentsOf({ out: readFileSync(join(folder, "report.ndjson"), "utf8") });
  return { lines, ended, report, shown: () => shown };
}

/** Writes lines, one after the other, until something is shown. */
async function writeUntil({ lines, shown }: ReturnType<typeof onTerminal>, pattern: RegExp): Promise<number> {
  let written = 0;
  while (!pattern.test(shown())) {
    await new Promise((resolve) => {
      lines.write(`${line({ id: written })}\n`, resolve);
    });
    written++;
  }
  return written;
}

// Elsewhere `script` takes other words.
test.skipIf(process.platform !== "linux")(
  "a long check shows on a terminal how far it is and how quick; nothing of it stays",
  async () => {
    const run = onTerminal();
    const written = await writeUntil(run, /[\d,]+ PCCOs checked, [\d,]+ a second\r/);
    run.lines.end();
    await run.ended;
    expect(run.report()).toHaveLength(written);
    // The last line of progress is wiped before anything else is written.
    expect(run.shown().split("\r\u001b[K").at(-1)).toBe("ended with 0\r\n");
  },
);
