import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { emitCleanTest } from "../../src/ahead/emit.ts";
import { coreRuleFiles } from "../../src/generated/core-rule-sets.ts";
import { libraryOf } from "../../src/rules/bundled.ts";
import { resolveRuleSet } from "../../src/rules/resolve.ts";
import { generatedFolder } from "./paths.ts";

/** Writes the quick tests of the rule sets of the core: one for each group of stages that an event asks. */
export async function generateCleanTests(): Promise<Map<string, string>> {
  const library = libraryOf(coreRuleFiles);
  const sets = library.files.map((file) => {
    const set = resolveRuleSet(file, library);
    const groups = new Set(
      Object.values(set.lifecycle).flatMap(({ checks }) => (checks === undefined ? [] : [checks.join(" ")])),
    );
    const tests = [...groups].map((stages) => {
      const rules = set.rules.filter(
        ({ definition }) => definition.severity !== "off" && stages.split(" ").includes(definition.stage),
      );
      const { source, rest } = emitCleanTest(set, rules);
      return `    {\n      rules: ${JSON.stringify(rules.map(({ id }) => id))},\n      rest: ${JSON.stringify(rest)},\n      holds: ${source},\n    },\n`;
    });
    return `  ${JSON.stringify(file.file)}: [\n${tests.join("")}  ],\n`;
  });
  const names = [
    ...(await readFile(new URL("../../src/ahead/support.ts", import.meta.url), "utf8")).matchAll(
      /export (?:function (\w+)|\{ ([\w, ]+) \})/g,
    ),
  ].flatMap(([, name, list]) => (list ?? name ?? "").split(", "));
  const body = sets.join("");
  const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(body)).sort();
  const banner = "// Generated from the rule files by `npm run generate`; do not edit.\n";
  const script = [
    banner,
    `import { ${used.join(", ")} } from "../ahead/support.ts";\n\n`,
    `/** The quick tests of the rule sets of the core, by rule file. */\nexport const cleanTests = {\n${body}};\n`,
  ].join("");
  const types = [
    banner,
    'import type { AheadTest } from "../ahead/ahead-test.ts";\n\n',
    "/** The quick tests of the rule sets of the core, by rule file. */\n",
    "export const cleanTests: Readonly<Record<string, readonly AheadTest[]>>;\n",
  ].join("");
  return new Map([
    [join(generatedFolder, "clean-tests.js"), script],
    [join(generatedFolder, "clean-tests.d.ts"), types],
  ]);
}
