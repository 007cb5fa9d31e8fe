import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { cli } from "./support/cli.ts";

// Runs every command that a page shows, in order, in a copy of the repository, and compares what it prints.

const repository = fileURLToPath(new URL("../", import.meta.url));
const pages = ["README.md", "rules/README.md", "rules/change-a-rule-safely.md"];
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Step {
  readonly command: string;
  /** Lines it prints; `…` stands for any lines. */
  readonly output: readonly string[];
}

describe.each(pages)("%s", (page) => {
  const folder = mkdtempSync(join(tmpdir(), "erp-rules-readme-"));
  folders.push(folder);
  for (const name of ["samples", "rules"]) cpSync(join(repository, name), join(folder, name), { recursive: true });
  const steps = stepsOf(readFileSync(join(repository, page), "utf8"));

  test("shows commands", () => expect(steps.length).toBeGreaterThan(1));

  test.each(steps.map((step) => [step.command.split("\n")[0], step] as const))("$ %s", (_name, { command, output }) => {
    const program = command.replace(/^npx erp-rules\b/, `'${process.execPath}' '${cli}'`);
    const { stdout, stderr } = spawnSync("sh", ["-c", program], { cwd: folder, encoding: "utf8" });
    const printed = withoutTimes(stdout + stderr).trimEnd();
    const expected = withoutTimes(output.join("\n")).trimEnd();
    if (expected === "…") expect(printed).not.toBe("");
    else if (expected.includes("…")) expect(printed).toMatch(pattern(expected));
    else expect(printed).toBe(expected);
  });
});

function stepsOf(markdown: string): readonly Step[] {
  return [...markdown.matchAll(/^```console\n(.*?)^```$/gms)].flatMap(([, block = ""]) => {
    const steps: { command: string; output: string[] }[] = [];
    for (const line of block.split("\n")) {
      const last = steps.at(-1);
      if (line.startsWith("$ ")) steps.push({ command: line.slice(2), output: [] });
      // As a shell shows that a command goes on.
      else if (/^>( |$)/.test(line) && last?.output.length === 0) last.command += `\n${line.slice(2)}`;
      else last?.output.push(line);
    }
    return steps;
  });
}

/** Times differ from run to run. */
function withoutTimes(text: string): string {
  return text.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, "TIME");
}

function pattern(expected: string): RegExp {
  const parts = expected.split(/^…$/m).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^]*?")}$`);
}
