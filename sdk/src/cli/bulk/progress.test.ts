import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
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

test("nobody is told of a short run, and nobody where there is no terminal", () => {
  const told: string[] = [];
  const terminal = (showsProgress: boolean): Terminal => ({
    out: async () => {},
    note: () => {},
    progress: (text) => void told.push(text),
    showsProgress,
    color: false,
    width: 80,
  });
  showProgress(terminal(true), [], undefined).tell(1000, 1);
  showProgress(terminal(false), [], undefined).tell(1000, 1);
  expect(told).toEqual([]);
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
