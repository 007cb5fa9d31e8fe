// Generated from the rule files by `npm run generate`; do not edit.

import { coreRuleFiles } from "./core-rule-sets.ts";
import { furtherRuleFiles } from "./further-rule-sets.ts";

/** The rule files that ship with the product. */
export const bundledRuleFiles = [...coreRuleFiles, ...furtherRuleFiles];
