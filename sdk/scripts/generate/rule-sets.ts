import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { glob } from "tinyglobby";
import { createLibrary } from "../../src/rules/library.ts";
import { takenAway, verifyLock } from "../../src/rules/lock.ts";
import { readRuleFile } from "../../src/rules/read-rule-file.ts";
import { resolveRuleSet } from "../../src/rules/resolve.ts";
import { type RuleFileSource, RuleSetError } from "../../src/rules/rule-file.ts";
import { verifyNames } from "../../src/rules/verify.ts";
import { generatedFolder, rulesFolder } from "./paths.ts";

const banner = "// Generated from the rule files by `npm run generate`; do not edit.\n";

/** The rule sets in the core, which must stay small. All others are read when they are first asked for. */
const coreRuleSets = ["spectrum/pcco"];

/** Turns the published rule files into data that needs no YAML reader, and their rule ids and events into types. */
export async function generateRuleSets(): Promise<Map<string, string>> {
  const paths = await glob("*/*/*.yaml", { cwd: rulesFolder, ignore: ["**/*.test.yaml"] });
  const files = await Promise.all(
    paths.sort().map(async (path) => readRuleFile(await readFile(join(rulesFolder, path), "utf8"), path)),
  );
  const library = createLibrary(files);
  const lock = await readFile(join(rulesFolder, "lock.yaml"), "utf8");
  const problems = [...verifyLock(files, lock), ...takenAway(lock, (name) => paths.includes(name))];
  if (problems.length > 0) throw new RuleSetError("published rule files have changed:", problems);
  const sets = files.map((file) => {
    const set = resolveRuleSet(file, library);
    verifyNames(file, set);
    return set;
  });
  const ids = [...new Set(sets.map(({ id }) => id))];
  const types = (isWanted: (id: string) => boolean): string => {
    const entries = ids.filter(isWanted).map((id) => {
      const versions = sets.filter((set) => set.id === id);
      const rules = versions.flatMap(({ rules }) => rules.map((rule) => rule.id));
      const events = versions.flatMap(({ lifecycle }) => Object.keys(lifecycle));
      return `  readonly ${JSON.stringify(id)}: { readonly ruleId: ${union(rules)}; readonly event: ${union(events)} };\n`;
    });
    return `{\n${entries.join("")}}\n`;
  };
  const isInCore = (id: string): boolean => coreRuleSets.includes(id);
  const core = files.filter(({ content }) => isInCore(content.ruleSet));
  const further = files.filter((file) => !core.includes(file));
  return generated({
    "rule-set-types": [
      `/** The names in each rule set of the core, over all its versions. */\nexport interface CoreRuleSets ${types(isInCore)}`,
      `/** The names in each bundled rule set, over all its versions. */\nexport interface BundledRuleSets extends CoreRuleSets ${types((id) => !isInCore(id))}`,
    ],
    "rule-set-ids": [
      `/** The ids of the rule sets that ship. */\nexport const bundledIds: readonly string[] = ${JSON.stringify(ids)};\n`,
    ],
    "core-rule-sets": [data("coreRuleFiles", "The rule files that are part of the core.", core)],
    "further-rule-sets": [data("furtherRuleFiles", "The rule files that ship beside those of the core.", further)],
    "rule-sets": [
      'import { coreRuleFiles } from "./core-rule-sets.ts";\nimport { furtherRuleFiles } from "./further-rule-sets.ts";\n',
      "/** The rule files that ship with the product. */\nexport const bundledRuleFiles = [...coreRuleFiles, ...furtherRuleFiles];\n",
    ],
  });
}

/** Modules by name, from what stands in each. */
function generated(modules: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  const files = Object.entries(modules).map(
    ([name, parts]) => [join(generatedFolder, `${name}.ts`), `${banner}\n${parts.join("\n")}`] as const,
  );
  return new Map(files);
}

function data(name: string, meaning: string, files: readonly RuleFileSource[]): string {
  const json = JSON.stringify(files.map(asData), null, 1);
  return `import type { BundledRuleFile } from "../rules/bundled.ts";\n\n/** ${meaning} */\nexport const ${name}: readonly BundledRuleFile[] = ${json};\n`;
}

function union(names: readonly string[]): string {
  return [...new Set(names)].map((name) => JSON.stringify(name)).join(" | ") || "never";
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
