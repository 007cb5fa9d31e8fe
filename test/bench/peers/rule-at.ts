/**
 * The rule that is broken at a place, and the place in the PCCO, for schemas that know values and not rules: each place
 * has one rule that a schema can say.
 * @param place JSON Pointer into `{ pcco, context }`
 * @param isMissing whether nothing stands there
 */
export function ruleAt(place: string, isMissing: boolean): string {
  if (place.startsWith("/context/")) return "contract-synced ";
  const path = place.replace("/pcco", "");
  if (path === "/created_at") return `${isMissing ? "date-required" : "date-valid"} ${path}`;
  const rule = rules.get(path.slice(path.lastIndexOf("/") + 1));
  if (rule === undefined) throw new Error(`no rule stands at ${place}`);
  return `${rule} ${path}`;
}

const rules: ReadonlyMap<string, string> = new Map([
  ["status", "status-approved"],
  ["amount", "amount-format"],
  ["billing_item_code", "billing-item-code-length"],
  ["prime_line_item_id", "associated-line-item-set"],
]);
