import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

// Neovim, set up as the page of the extension says, with the server as it ships.

const extension = fileURLToPath(new URL("../../vscode-extension/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "erp-rules-neovim-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Seen {
  readonly before: readonly string[];
  readonly at: readonly number[];
  readonly hover: string;
  readonly actions: readonly string[];
  readonly after: readonly string[];
  readonly problem?: string;
}

beforeAll(() => {
  if (spawnSync("nvim", ["--version"]).error !== undefined) throw new Error("nvim is missing: apt-get install neovim");
  if (!existsSync(join(extension, "dist/server.cjs")))
    throw new Error("dist/server.cjs is missing: npm run build -w erp-export-rules");
  mkdirSync(join(folder, "bin"));
  symlinkSync(join(extension, "bin/erp-rules-language-server.cjs"), join(folder, "bin/erp-rules-language-server"));
  const [, setUp = ""] = /```lua\n(.+?)```/s.exec(readFileSync(join(extension, "README.md"), "utf8")) ?? [];
  writeFileSync(join(folder, "init.lua"), setUp);
  cpSync(join(extension, "walkthrough/three-breaks.pcco.yaml"), join(folder, "three-breaks.pcco.yaml"));
});

/** Runs Neovim to its end, and tells whether anything it started lives on. */
async function neovim(env: Readonly<Record<string, string>>): Promise<{ seen: Seen; code: number; pid: number }> {
  const words = ["--headless", "-u", "NONE", "-i", "NONE", "-S", join(folder, "init.lua")];
  const editor = spawn("nvim", [...words, "-S", fileURLToPath(new URL("drive.lua", import.meta.url))], {
    cwd: folder,
    env: { ...process.env, ...env, HOME: folder, PATH: `${join(folder, "bin")}${delimiter}${process.env["PATH"]}` },
    // A group of its own, so that what lives on can be told.
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  editor.stdout.on("data", (chunk) => {
    out += chunk;
  });
  const [code] = await once(editor, "close");
  return { seen: JSON.parse(out), code, pid: editor.pid ?? 0 };
}

function isAlive(group: number): boolean {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
}

test("shows findings and why, applies a fix, and takes the server along when it ends", async () => {
  const file = join(folder, "three-breaks.pcco.yaml");
  const { seen, code, pid } = await neovim({ PCCO: file, RULE: "billing-item-code-length", FIX: "Shorten" });
  expect(seen.problem).toBeUndefined();
  expect(seen.before).toEqual(["status-approved", "date-required", "billing-item-code-length"]);
  const text = readFileSync(file, "utf8");
  const [line = 0, from, endLine, to] = seen.at;
  expect(endLine).toBe(line);
  expect(text.split("\n")[line]?.slice(from, to)).toMatch(/^2651-LIGHT/);
  expect(seen.hover).toContain("Billing Item Code");
  expect(seen.after).toEqual(["status-approved", "date-required"]);
  const original = readFileSync(join(extension, "walkthrough/three-breaks.pcco.yaml"), "utf8");
  expect(text).toBe(original.replace("2651-LIGHT-A", "2651-LIGHT"));
  expect(code).toBe(0);
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
});
