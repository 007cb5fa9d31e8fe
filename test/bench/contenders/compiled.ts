import { execFileSync } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { RuleSet } from "../../../sdk/src/rule-set.ts";
import { sdk } from "../built.ts";

/**
 * Compiles a rule set as `erp-rules compile` does.
 * @param rules `id@range` or a rule file
 * @returns what the module exports
 */
export async function compiled(rules: string, name: string): Promise<Pick<RuleSet, "check">> {
  const file = fileURLToPath(new URL(`../peers/node_modules/.cache/bench/${name}.mjs`, import.meta.url));
  execFileSync(process.execPath, [`${sdk}bin/erp-rules.cjs`, "compile", rules, "--output", file]);
  return await import(pathToFileURL(file).href);
}
