import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { glob } from "tinyglobby";
import { sha256Of } from "../../src/rules/sha256.ts";
import { rulesFolder } from "./paths.ts";

/** Adds the hash of every rule file that has none yet to the lock file, and gives their names: from then on they are published. */
export async function lockRuleFiles(): Promise<readonly string[]> {
  const path = join(rulesFolder, "lock.yaml");
  const lock = await readFile(path, "utf8");
  const files = (await glob("*/*/*.yaml", { cwd: rulesFolder, ignore: ["**/*.test.yaml"] })).sort();
  const missing = files.filter((file) => !lock.includes(`${file}: `));
  const lines = await Promise.all(
    missing.map(async (file) => `${file}: ${await sha256Of(await readFile(join(rulesFolder, file), "utf8"))}\n`),
  );
  await writeFile(path, lock.replace(/^\{\}\n/m, "") + lines.join(""));
  return missing;
}
