import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, relative } from "node:path";

// Writes everything that is derived from the JSON Schemas, the check keywords and the rule files.
// With --check it writes nothing and fails when a file is not what it would write. With --lock it first publishes the
// rule files that are not in the lock file yet.

/** Files by absolute path. */
export type Generated = ReadonlyMap<string, string>;

// Each step is loaded when the ones before it have written what it needs.
const steps: readonly (() => Promise<Generated>)[] = [
  async () => (await import("./generate/getters.ts")).generateGetters(),
  async () => (await import("./generate/schema.ts")).generateSchema(),
  async () => (await import("./generate/types.ts")).generateTypes(),
  async () => (await import("./generate/validators.ts")).generateValidators(),
  async () => (await import("./generate/rule-sets.ts")).generateRuleSets(),
  async () => (await import("./generate/clean-tests.ts")).generateCleanTests(),
];
const check = process.argv.includes("--check");
const stale: string[] = [];

if (process.argv.includes("--lock")) {
  const { lockRuleFiles } = await import("./generate/lock.ts");
  const published = await lockRuleFiles();
  console.log(published.length === 0 ? "No rule file to publish." : `Published ${published.join(", ")}.`);
}

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
