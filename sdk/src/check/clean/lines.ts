import { isKeyed, isObject } from "../../document/value.ts";

// What most rules ask of lines, read without asking which: a call that may lead to one of many readers takes longer than
// a few comparisons.

/** Paths of values of a line, in the order of the columns that `readLines` fills. */
export const knownPaths: readonly string[] = [
  "amount",
  "billing_item_code",
  "cost_code.origin_id",
  "id",
  "line_item_type.origin_id",
  "prime_line_item_id",
];

/** Writes what stands on each line into the columns that are there. `false` when a line is no group of fields. */
export function readLines(lines: readonly unknown[], columns: readonly (unknown[] | undefined)[]): boolean {
  const amount = columns[0];
  const billingItemCode = columns[1];
  const costCode = columns[2];
  const id = columns[3];
  const costType = columns[4];
  const contractLine = columns[5];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!isObject(line)) return false;
    if (amount !== undefined) amount[index] = line["amount"];
    if (billingItemCode !== undefined) billingItemCode[index] = line["billing_item_code"];
    if (costCode !== undefined) costCode[index] = originOf(line["cost_code"]);
    if (id !== undefined) id[index] = line["id"];
    if (costType !== undefined) costType[index] = originOf(line["line_item_type"]);
    if (contractLine !== undefined) contractLine[index] = line["prime_line_item_id"];
  }
  return true;
}

function originOf(group: unknown): unknown {
  return isKeyed(group) ? group["origin_id"] : undefined;
}
