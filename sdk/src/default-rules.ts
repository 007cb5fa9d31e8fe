import type { PccoContext } from "./generated/types.ts";

/** The rule set asked where nothing else is said and no context names another ERP system. */
export const defaultRules = "spectrum/pcco";

/**
 * The id of the rule set asked when nothing else is said: that for the ERP system of the context, if there is one.
 * @param ids the ids of the rule sets there are
 */
export function defaultRulesFor(context: PccoContext, ids: readonly string[]): string {
  const id = `${context.erp?.system}/pcco`;
  return ids.includes(id) ? id : defaultRules;
}
