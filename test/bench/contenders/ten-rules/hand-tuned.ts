import { isDateTime } from "../../hand-tuned/values.ts";
import { money } from "../../ten-rules/idiomatic.ts";
import type { Context, Fault, Line, Pcco } from "../../ten-rules/pcco.ts";
import { tenRules } from "../../ten-rules/task.ts";

// The ten rules as someone writes them who measures each line: nothing is made for a clean PCCO, and what is broken is
// looked for again once something is known to be.

const none: readonly Fault[] = [];
/** Up to so many lines a look through them all is quicker than a set. */
const few = 16;

function check(pcco: Pcco, context: Context): readonly Fault[] {
  const { created_at: date } = pcco;
  return date !== undefined &&
    isDateTime(date) &&
    pcco.status === "approved" &&
    isText(context.prime_contract.origin_id) &&
    areSingleLinesClean(pcco.line_items) &&
    areItemsClean(pcco.line_items, context) &&
    isEachIdNew(pcco.line_items)
    ? none
    : faults(pcco, context);
}

function isText(value: string | null): boolean {
  return value !== null && value.trim() !== "";
}

function areSingleLinesClean(lines: readonly Line[]): boolean {
  for (const { billing_item_code: code, amount, prime_line_item_id: item } of lines) {
    if (item === undefined || !isMoney(amount)) return false;
    if (code !== undefined && code.length > 10 && isLong(code)) return false;
  }
  return true;
}

/** Characters need be counted only where there are more UTF-16 units than may be, and not twice as many. */
function isLong(code: string): boolean {
  const trimmed = code.trim();
  if (trimmed.length <= 10) return false;
  if (trimmed.length > 20) return true;
  let count = 0;
  for (let at = 0; at < trimmed.length; at++) {
    const unit = trimmed.charCodeAt(at);
    const next = trimmed.charCodeAt(at + 1);
    if (unit >= 0xd800 && unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) at++;
    count++;
  }
  return count > 10;
}

function isMoney(text: string): boolean {
  const { length } = text;
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  let at = start;
  while (at < length && isDigit(text.charCodeAt(at))) at++;
  if (at === start) return false;
  if (at === length) return true;
  const decimals = length - at - 1;
  if (text.charCodeAt(at) !== 46 || decimals < 1 || decimals > 2) return false;
  return isDigit(text.charCodeAt(at + 1)) && (decimals === 1 || isDigit(text.charCodeAt(at + 2)));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether each line has an Associated Line Item of its own or all the same one, all of them lines of the contract. */
function areItemsClean(lines: readonly Line[], { prime_contract: { line_items: known } }: Context): boolean {
  const first = lines[0]?.prime_line_item_id;
  if (lines.every(({ prime_line_item_id: id }) => id === first)) return known.some(({ id }) => id === first);
  if (lines.length <= few) {
    for (let at = 0; at < lines.length; at++) {
      const id = lines[at]?.prime_line_item_id;
      if (!known.some((line) => line.id === id)) return false;
      for (let before = 0; before < at; before++) if (lines[before]?.prime_line_item_id === id) return false;
    }
    return true;
  }
  const left = new Set<number | undefined>();
  for (const { id } of known) left.add(id);
  // What was taken once is not there a second time.
  for (const { prime_line_item_id: id } of lines) if (!left.delete(id)) return false;
  return true;
}

function isEachIdNew(lines: readonly Line[]): boolean {
  // Ids mostly rise from line to line, and then none stands twice.
  for (let at = 1; at < lines.length; at++) {
    if (!((lines[at]?.id ?? 0) > (lines[at - 1]?.id ?? 0)))
      return new Set(lines.map(({ id }) => id)).size === lines.length;
  }
  return true;
}

function faults(pcco: Pcco, context: Context): readonly Fault[] {
  const found: Fault[] = [];
  const { created_at: date, status, line_items: lines } = pcco;
  if (date === undefined || date.trim() === "")
    found.push({ rule: "date-required", path: "/created_at", message: "Date is missing" });
  else if (!isDateTime(date))
    found.push({ rule: "date-valid", path: "/created_at", message: "Date is not a date and time that exist" });
  if (status !== "approved")
    found.push({ rule: "status-approved", path: "/status", message: `Status is ${status}; it must be approved` });
  if (!isText(context.prime_contract.origin_id))
    found.push({ rule: "contract-synced", path: "", message: "the prime contract is not synced" });
  const known = new Set<number>();
  for (const { id } of context.prime_contract.line_items) known.add(id);
  const ids = new Set<number>();
  const items = new Set<number>();
  for (const { prime_line_item_id: item } of lines) if (item !== undefined) items.add(item);
  const isMix = items.size > 1;
  items.clear();
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) continue;
    const { id, amount, billing_item_code: code, prime_line_item_id: item } = line;
    if (code !== undefined && code.length > 10 && isLong(code))
      found.push(onLine("billing-item-code-length", at, "billing_item_code"));
    if (!money.test(amount)) found.push(onLine("amount-format", at, "amount"));
    if (item === undefined) found.push(onLine("associated-line-item-set", at, "prime_line_item_id"));
    else {
      if (!known.has(item)) found.push(onLine("associated-line-item-known", at, "prime_line_item_id"));
      if (isMix && items.has(item)) found.push(onLine("associated-line-item-pattern", at, "prime_line_item_id"));
      if (isMix) items.add(item);
    }
    if (ids.has(id)) found.push(onLine("line-ids-unique", at, "id"));
    ids.add(id);
  }
  return found;
}

function onLine(rule: string, at: number, field: string): Fault {
  return { rule, path: `/line_items/${at}/${field}`, message: `Line ${at + 1}: ${rule} is broken` };
}

/** The ten rules, tuned by hand. */
export const contender = tenRules({ check, told: ({ rule, path }) => `${rule} ${path}` });
