import { readFileSync } from "node:fs";
import { builtPackage, ruleFile } from "../../built.ts";
import { shippedRules } from "./task.ts";

const rules = await (await builtPackage()).loadRuleSet({ text: readFileSync(ruleFile, "utf8") });

/** The rules that ship, loaded from their text at run time. */
export const contender = shippedRules({
  check: (pcco, context) => rules.check(pcco, context).findings,
  checkText: (text, context) => rules.checkText(text, { format: "ndjson", context }).map(({ findings }) => findings),
  told: ({ ruleId, path, state }) => `${ruleId} ${path} ${state}`,
});
