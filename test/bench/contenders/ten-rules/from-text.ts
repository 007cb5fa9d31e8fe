import { readFileSync } from "node:fs";
import { builtPackage } from "../../built.ts";
import { tenRules } from "../../ten-rules/task.ts";

const text = readFileSync(new URL("../../ten-rules/rules.yaml", import.meta.url), "utf8");
const rules = await (await builtPackage()).loadRuleSet({ text });

/** The ten rules as a rule file that is loaded at run time. */
export const contender = tenRules({
  check: (pcco, context) => rules.check(pcco, context).findings,
  checkText: (written, context) =>
    rules.checkText(written, { format: "ndjson", context }).map(({ findings }) => findings),
  told: ({ ruleId, path }) => `${ruleId} ${path}`,
});
