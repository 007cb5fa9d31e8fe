import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createSummaryCounter } from "../../report/index.ts";
import type { Terminal } from "../terminal.ts";
import { progressWords, showProgress } from "./progress.ts";

describe("the words of progress", () => {
  test.each([
    [{ documents: 0, seconds: 0, bytes: 0, left: undefined }, "0 PCCOs checked, 0 a second"],
    [{ documents: 12_345, seconds: 2, bytes: 10, left: undefined }, "12,345 PCCOs checked, 6,173 a second"],
    [{ documents: 10, seconds: 2, bytes: 10, left: 100 }, "10 PCCOs checked, 5 a second, 20 s left"],
    [{ documents: 10, seconds: 2, bytes: 10, left: 0 }, "10 PCCOs checked, 5 a second, 0 s left"],
    [{ documents: 10, seconds: 2, bytes: 10, left: 299 }, "10 PCCOs checked, 5 a second, 1 min left"],
    [{ documents: 10, seconds: 2, bytes: 10, left: 500 }, "10 PCCOs checked, 5 a second, 2 min left"],
    [{ documents: 10, seconds: 2, bytes: 10, left: 18_001 }, "10 PCCOs checked, 5 a second, 1 h 1 min left"],
  ])("%o", (run, words) => {
    expect(progressWords(run)).toBe(words);
  });
});

/** A terminal that keeps what it is to show. */
function terminalWith(told: string[], showsProgress: boolean): Terminal {
  return {
    out: async () => {},
    note: () => {},
    progress: (text) => void told.push(text),
    showsProgress,
    color: false,
    width: 80,
  };
}

test("nobody is told of a short run, and nobody where there is no terminal", () => {
  const told: string[] = [];
  showProgress(terminalWith(told, true), [], undefined).tell(1000, 1);
  showProgress(terminalWith(told, false), [], undefined).tell(1000, 1);
  expect(told).toEqual([]);
});

test("the time left is that of the bytes still to be read, without what was read before an interruption", async () => {
  const folder = mkdtempSync(join(tmpdir(), "erp-rules-progress-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const paths = ["a", "b", "c"].map((name) => join(folder, `${name}.pcco.ndjson`));
  for (const path of paths) writeFileSync(path, "x".repeat(1000));
  const clock = vi.spyOn(process, "uptime").mockReturnValue(0);
  onTestFinished(() => clock.mockRestore());
  const told: string[] = [];
  const { tell } = showProgress(terminalWith(told, true), paths, {
    run: "",
    beside: {},
    at: "2026-11-05T00:00:00Z",
    position: { files: 1, file: paths[1] ?? "", offset: 600, line: 60, index: 60, list: undefined, before: undefined },
    outputLength: 0,
    summary: { ...createSummaryCounter().total(), documents: 70 },
    exitCode: 0,
  });
  clock.mockReturnValue(2);
  tell(72, 100);
  // By now it has seen how long the files are.
  await new Promise((resolve) => setImmediate(resolve));
  clock.mockReturnValue(4);
  tell(74, 100);
  // Of 1,400 bytes 200 are done.
  expect(told).toEqual(["2 PCCOs checked, 1 a second", "4 PCCOs checked, 1 a second, 24 s left"]);
});

// A process of its own: nobody else's standard input is closed.
const program = `
  import { closeSync, writeSync } from "node:fs";
  import { showProgress } from "./progress.ts";
  let seconds = 0;
  process.uptime = () => seconds;
  const progress = (text) => writeSync(1, text + "\\n");
  const { tell } = showProgress({ progress, showsProgress: true }, ["-"], undefined);
  closeSync(0);
  seconds = 2;
  tell(10, 100);
  setTimeout(() => {
    seconds = 4;
    tell(40, 100);
  });
`;

test("when nobody can tell how much is left, the run goes on, and the rest of its words too", async () => {
  const { outputFiles } = await build({
    stdin: { contents: program, loader: "js", resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    packages: "external",
  });
  const words = ["--input-type=module", "--eval", outputFiles[0]?.text ?? ""];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout.split("\n")).toEqual(["10 PCCOs checked, 5 a second", "40 PCCOs checked, 10 a second", ""]);
});
