import { Environment } from "@marcbachmann/cel-js";
import { isDateTime, repeatedItems, repeatedLines } from "../ten-rules/idiomatic.ts";
import type { Context, Fault, Line, Pcco } from "../ten-rules/pcco.ts";
import { tenRules } from "../ten-rules/task.ts";

const environment = new Environment()
  .registerVariable("pcco", "map")
  .registerVariable("context", "map")
  .registerVariable("line", "map")
  .registerVariable("known", "list")
  // What CEL has no word for.
  .registerFunction("isDateTime(string): bool", isDateTime)
  .registerFunction("repeatedItems(list): list", repeatedItems)
  .registerFunction("repeatedLines(list): list", repeatedLines);

const rule = (rule: string, field: string, holds: string) => ({ rule, field, holds: environment.parse(holds) });

/** Asked of a PCCO: each holds or not. */
const ofPcco = [
  rule("date-required", "/created_at", "has(pcco.created_at)"),
  rule("date-valid", "/created_at", "!has(pcco.created_at) || isDateTime(pcco.created_at)"),
  rule("status-approved", "/status", 'has(pcco.status) && pcco.status == "approved"'),
  rule("contract-synced", "", 'context.prime_contract.origin_id != null && context.prime_contract.origin_id != ""'),
];

/** Asked of each line. */
const ofLine = [
  rule(
    "billing-item-code-length",
    "billing_item_code",
    "!has(line.billing_item_code) || size(line.billing_item_code) <= 10",
  ),
  rule("amount-format", "amount", 'line.amount.matches(r"^-?[0-9]+(\\.[0-9]{1,2})?$")'),
  rule("associated-line-item-set", "prime_line_item_id", "has(line.prime_line_item_id)"),
  rule(
    "associated-line-item-known",
    "prime_line_item_id",
    "!has(line.prime_line_item_id) || line.prime_line_item_id in known",
  ),
];

/** Give the lines at fault, by index. */
const acrossLines = [
  {
    rule: "associated-line-item-pattern",
    field: "prime_line_item_id",
    lines: environment.parse("repeatedItems(pcco.line_items)"),
  },
  { rule: "line-ids-unique", field: "id", lines: environment.parse("repeatedLines(pcco.line_items)") },
];

function check(pcco: Pcco, context: Context): readonly Fault[] {
  const faults: Fault[] = [];
  const known = new Set(context.prime_contract.line_items.map(({ id }) => id));
  for (const { rule, field, holds } of ofPcco) {
    if (holds({ pcco, context }) !== true) faults.push({ rule, path: field, message: `${rule} is broken` });
  }
  pcco.line_items.forEach((line: Line, index) => {
    const facts = { line, known };
    for (const { rule, field, holds } of ofLine) if (holds(facts) !== true) faults.push(onLine(rule, index, field));
  });
  for (const { rule, field, lines } of acrossLines) {
    const broken: unknown = lines({ pcco });
    if (Array.isArray(broken)) for (const index of broken) faults.push(onLine(rule, index, field));
  }
  return faults;
}

function onLine(rule: string, index: number, field: string): Fault {
  return { rule, path: `/line_items/${index}/${field}`, message: `Line ${index + 1}: ${rule} is broken` };
}

/** CEL, its expressions parsed once; those of a line are evaluated for each line, as Kubernetes does it. */
export const contender = tenRules({ check, told: ({ rule, path }) => `${rule} ${path}` });
