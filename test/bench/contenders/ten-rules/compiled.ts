import { fileURLToPath } from "node:url";
import { tenRules } from "../../ten-rules/task.ts";
import { compiled } from "../compiled.ts";

const rules = await compiled(fileURLToPath(new URL("../../ten-rules/rules.yaml", import.meta.url)), "ten-rules");

/** The ten rules as a module that `erp-rules compile` writes. */
export const contender = tenRules({
  check: (pcco, context) => rules.check(pcco, context).findings,
  told: ({ ruleId, path }) => `${ruleId} ${path}`,
});
