// What a compiled rule set runs on. Building the SDK bundles it into one text, and `erp-rules compile` writes that into
// every module, beside the rule set and its quick tests.
export * as support from "./ahead/support.ts";
export { createRuleSet } from "./rule-set.ts";
