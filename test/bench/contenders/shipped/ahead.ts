import { builtCore } from "../../built.ts";
import { shippedRules } from "./task.ts";

const rules = (await builtCore()).loadBundled("spectrum/pcco@1.1.0");

/** The rules that ship, as the core has them: with the quick test written ahead of time. */
export const contender = shippedRules({
  check: (pcco, context) => rules.check(pcco, context).findings,
  told: ({ ruleId, path, state }) => `${ruleId} ${path} ${state}`,
});
