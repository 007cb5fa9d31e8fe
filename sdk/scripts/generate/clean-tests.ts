import { join } from "node:path";
import { emitTests } from "../../src/ahead/emit-tests.ts";
import { coreRuleFiles } from "../../src/generated/core-rule-sets.ts";
import { askedTogether } from "../../src/lifecycle/asked-together.ts";
import { libraryOf } from "../../src/rules/bundled.ts";
import { resolveRuleSet } from "../../src/rules/resolve.ts";
import { generatedFolder } from "./paths.ts";

/** Writes the quick tests of the rule sets of the core: one for each group of rules that an event asks. */
export async function generateCleanTests(): Promise<Map<string, string>> {
  const library = libraryOf(coreRuleFiles);
  const sets = library.files.map((file) => {
    const set = resolveRuleSet(file, library);
    const { source, calls } = emitTests(set, askedTogether(set));
    return { calls, source: `${JSON.stringify(file.file)}: ${source},\n` };
  });
  const calls = [...new Set(sets.flatMap((set) => set.calls))].sort();
  const banner = "// Generated from the rule files by `npm run generate`; do not edit.\n";
  const script = [
    banner,
    `import { ${calls.join(", ")} } from "../ahead/support.ts";\n\n`,
    "/** The quick tests of the rule sets of the core, by rule file. */\n",
    `export const cleanTests = {\n${sets.map(({ source }) => source).join("")}};\n`,
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
