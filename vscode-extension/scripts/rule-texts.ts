import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";
import { bundledRuleFiles } from "../../sdk/src/generated/rule-sets.ts";

const rules = fileURLToPath(new URL("../../rules/", import.meta.url));

/** Makes the module `rule-texts`: the rule files that ship as they are written, by their paths. */
export const ruleTexts: Plugin = {
  name: "rule-texts",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^rule-texts$/ }, ({ path }) => ({ path, namespace: "rule-texts" }));
    onLoad({ filter: /./, namespace: "rule-texts" }, async () => {
      const texts = bundledRuleFiles.map(async ({ file }) => [file, await readFile(rules + file, "utf8")]);
      const json = JSON.stringify(Object.fromEntries(await Promise.all(texts)));
      return { contents: `export const ruleTexts = ${json};`, loader: "js" };
    });
  },
};
