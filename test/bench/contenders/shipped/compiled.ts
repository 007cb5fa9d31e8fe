import { compiled } from "../compiled.ts";
import { shippedRules } from "./task.ts";

const rules = await compiled("spectrum/pcco@1.1.0", "shipped-rules");

/** The rules that ship, as a module that `erp-rules compile` writes. */
export const contender = shippedRules({
  check: (pcco, context) => rules.check(pcco, context).findings,
  told: ({ ruleId, path, state }) => `${ruleId} ${path} ${state}`,
});
