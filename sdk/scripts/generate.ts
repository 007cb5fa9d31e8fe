import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { generateRuleSets } from "./generate/rule-sets.ts";
import { generateSchema } from "./generate/schema.ts";
import { generateTypes } from "./generate/types.ts";
import { generateValidators } from "./generate/validators.ts";

// Writes everything that is derived from the JSON Schemas, the check keywords and the rule files.
// With --check it writes nothing and fails when a file is not what it would write.

/** Files by absolute path. */
export type Generated = ReadonlyMap<string, string>;

const steps: readonly (() => Promise<Generated>)[] = [generateSchema, generateTypes, generateValidators, generateRuleSets];
const check = process.argv.includes("--check");
const stale: string[] = [];

for (const step of steps) {
  for (const [path, content] of await step()) {
    const current = await readFile(path, "utf8").catch(() => undefined);
    if (current === content) continue;
    stale.push(relative(process.cwd(), path));
    if (check) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}

if (check && stale.length > 0) {
  console.error(`Out of date, run "npm run generate": ${stale.join(", ")}`);
  process.exitCode = 1;
} else if (!check) {
  console.log(stale.length === 0 ? "Everything is up to date." : `Wrote ${stale.join(", ")}`);
}
