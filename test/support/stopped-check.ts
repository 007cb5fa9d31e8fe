import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { context, documentsOf, folderWith, line, type Running, start } from "./cli.ts";

// Checks with a checkpoint that are stopped before they end.

export const judged = ["--context", "spectrum.context.yaml", "--as-of", "2026-11-05"];
export const into = ["--format", "ndjson", "--output", "report.ndjson"];
export const bulk = [...judged, ...into, "--checkpoint", "here"];
export const draft = line({ status: "draft" });

/** A folder in which a check of standard input was stopped after three PCCOs. */
export async function stopped(
  files: Readonly<Record<string, string>> = {},
  words: readonly string[] = bulk,
): Promise<string> {
  const folder = folderWith({ ...context, ...files });
  const running = start(["check", "-", ...words], { in: folder });
  running.process.stdin?.write(`${line()}\n${draft}\n{\n`);
  await reported(folder, 3);
  running.process.kill("SIGINT");
  const { signal, err } = await running.ended;
  expect({ signal, err }).toEqual({
    signal: "SIGINT",
    err: "Stopped after 3 PCCOs. The same command goes on from there.\n",
  });
  return folder;
}

/** Waits until so many PCCOs are in the report. */
export async function reported(folder: string, count: number): Promise<void> {
  const file = join(folder, "report.ndjson");
  while (!existsSync(file) || readFileSync(file, "utf8").split("\n").length <= count) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export const reportOf = (folder: string) => documentsOf({ out: readFileSync(join(folder, "report.ndjson"), "utf8") });
export const whole = `${line()}\n${draft}\n{\n${line()}\n${draft}\n`;

/** Kills a run once it has told how far it is. */
export async function stoppedEarly(running: Running, folder: string): Promise<void> {
  while (!existsSync(join(folder, "here"))) await new Promise((resolve) => setImmediate(resolve));
  running.process.kill("SIGKILL");
  expect((await running.ended).signal).toBe("SIGKILL");
}
