import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { glob } from "tinyglobby";
import { createLibrary } from "../../src/rules/library.ts";
import { verifyLock } from "../../src/rules/lock.ts";
import { readRuleFile } from "../../src/rules/read-rule-file.ts";
import { resolveRuleSet } from "../../src/rules/resolve.ts";
import { type RuleFileSource, RuleSetError } from "../../src/rules/rule-file.ts";
import { verifyNames } from "../../src/rules/verify.ts";
import { generatedFolder, rulesFolder } from "./paths.ts";

const banner = "// Generated from the rule files by `npm run generate`; do not edit.\n";

/** Turns the published rule files into data that needs no YAML reader, and their rule ids and events into types. */
export async function generateRuleSets(): Promise<Map<string, string>> {
  const paths = await glob("*/*/*.yaml", { cwd: rulesFolder, ignore: ["**/*.test.yaml"] });
  const files = await Promise.all(
    paths.sort().map(async (path) => readRuleFile(await readFile(join(rulesFolder, path), "utf8"), path)),
  );
  const library = createLibrary(files);
  const problems = verifyLock(files, await readFile(join(rulesFolder, "lock.yaml"), "utf8"));
  if (problems.length > 0) throw new RuleSetError("published rule files have changed:", problems);
  const sets = files.map((file) => {
    const set = resolveRuleSet(file, library);
    verifyNames(file, set);
    return set;
  });
  const types = [...new Set(sets.map(({ id }) => id))].map((id) => {
    const versions = sets.filter((set) => set.id === id);
    const rules = versions.flatMap(({ rules }) => rules.map((rule) => rule.id));
    const events = versions.flatMap(({ lifecycle }) => Object.keys(lifecycle));
    return `  readonly ${JSON.stringify(id)}: { readonly ruleId: ${union(rules)}; readonly event: ${union(events)} };\n`;
  });
  return new Map([
    [
      join(generatedFolder, "rule-set-types.ts"),
      `${banner}\n/** The names in each bundled rule set, over all its versions. */\nexport interface BundledRuleSets {\n${types.join("")}}\n`,
    ],
    [
      join(generatedFolder, "rule-sets.ts"),
      `${banner}import type { BundledRuleFile } from "../rules/bundled.ts";\n\n/** The rule files that ship with the product. */\nexport const bundledRuleFiles: readonly BundledRuleFile[] = ${JSON.stringify(files.map(asData), null, 1)};\n`,
    ],
  ]);
}

function union(names: readonly string[]): string {
  return [...new Set(names)].map((name) => JSON.stringify(name)).join(" | ");
}

function asData(source: RuleFileSource): unknown {
  const { file, sha256, content } = source;
  const paths = [
    ...Object.keys(content.rules ?? {}).map((id) => `/rules/${id}`),
    ...Object.keys(content.overrides ?? {}).map((id) => `/overrides/${id}`),
    ...Object.keys(content.lifecycle ?? {}).map((id) => `/lifecycle/${id}`),
  ];
  return {
    file: relative(".", file),
    sha256,
    content,
    ranges: Object.fromEntries(paths.map((path) => [path, source.rangeOf(path)])),
  };
}
