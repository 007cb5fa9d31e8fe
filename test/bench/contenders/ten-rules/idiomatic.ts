import { faultsAcross, isDateTime, isShortCode, money } from "../../ten-rules/idiomatic.ts";
import type { Context, Fault, Pcco } from "../../ten-rules/pcco.ts";
import { tenRules } from "../../ten-rules/task.ts";

function check(pcco: Pcco, context: Context): readonly Fault[] {
  const faults: Fault[] = [];
  const add = (rule: string, path: string, message: string): void => {
    faults.push({ rule, path, message });
  };
  if (pcco.created_at === undefined || pcco.created_at.trim() === "")
    add("date-required", "/created_at", "Date is missing");
  else if (!isDateTime(pcco.created_at)) add("date-valid", "/created_at", "Date is not a date and time that exist");
  if (pcco.status !== "approved") add("status-approved", "/status", `Status is ${pcco.status}; it must be approved`);
  if (!context.prime_contract.origin_id) add("contract-synced", "", "the prime contract is not synced");
  pcco.line_items.forEach((line, index) => {
    const path = `/line_items/${index}`;
    if (line.billing_item_code !== undefined && !isShortCode(line.billing_item_code))
      add("billing-item-code-length", `${path}/billing_item_code`, `Line ${index + 1}: at most 10 characters`);
    if (!money.test(line.amount)) add("amount-format", `${path}/amount`, `Line ${index + 1}: at most two decimals`);
    if (line.prime_line_item_id === undefined)
      add(
        "associated-line-item-set",
        `${path}/prime_line_item_id`,
        `Line ${index + 1}: Associated Line Item is missing`,
      );
  });
  return [...faults, ...faultsAcross(pcco, context)];
}

/** The ten rules, hand-written as most people write them. */
export const contender = tenRules({ check, told: ({ rule, path }) => `${rule} ${path}` });
