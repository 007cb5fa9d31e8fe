import type { Found } from "./bits.ts";
import * as bit from "./bits.ts";
import { type Notes, note, noteType, noteUnknown } from "./notes.ts";
import { decimalsOf, exactOf, isAbsent, isKeyed, isLonger, type Keyed } from "./values.ts";

// The second look at rules about lines.

export function brokenLines(notes: Notes, rule: number): void {
  const { line_items: lines }: { readonly line_items?: unknown } = notes.pcco;
  if (rule === bit.TOTAL) lookAtTotal(notes);
  else if (rule === bit.PATTERN && notes.toggle === undefined)
    noteUnknown(notes, "associated-line-item-pattern", "/line_items");
  else if (lines === undefined || lines === null || (rule === bit.PATTERN && notes.toggle === false)) return;
  else if (Array.isArray(lines)) lookAtLines(notes, rule, lines);
  else noteType(notes, "/line_items");
}

function lookAtLines(notes: Notes, rule: number, lines: readonly unknown[]): void {
  switch (rule) {
    case bit.PATTERN:
      lookAtPattern(notes, lines);
      break;
    case bit.UNIQUE:
      lookAtPairs(notes, lines);
      break;
    case bit.COST:
      each(notes, lines, lookAtCost);
      break;
    case bit.HIDDEN:
      lookWhile(notes, lines, "associated-line-item-hidden", false, (id) => !isAbsent(id));
      break;
    case bit.ITEM_SET:
      lookWhile(notes, lines, "associated-line-item-set", true, isAbsent);
      break;
    case bit.KNOWN:
      lookAtKnown(notes, lines);
      break;
    case bit.CODE_LENGTH:
      lookAtCodes(notes, lines, "billing-item-code-length", (code) => !isAbsent(code) && isLonger(String(code), 10));
      break;
    case bit.CODE_PRESENT:
      lookAtCodes(notes, lines, "billing-item-present", isAbsent);
      break;
    default:
  }
}

function each(notes: Notes, lines: readonly unknown[], look: (notes: Notes, line: Keyed, path: string) => void): void {
  for (const [index, line] of lines.entries()) {
    if (isKeyed(line)) look(notes, line, `/line_items/${index}`);
    else noteType(notes, `/line_items/${index}`);
  }
}

/** What is not known on several lines is told once, at the end. */
function mergeOpen({ found }: Notes, from: number, open: readonly Found[]): void {
  const [first, second] = open;
  if (first === undefined || second === undefined) return;
  const others = found.slice(from).filter((each) => !open.includes(each));
  found.splice(from, found.length, ...others, { ...first, path: "/line_items" });
}

function isId(value: unknown): boolean {
  return typeof value === "string" || Number.isSafeInteger(value);
}

/** A rule about the association that asks only while the toggle stands there. */
function lookWhile(
  notes: Notes,
  lines: readonly unknown[],
  ruleId: string,
  position: boolean,
  isBroken: (id: unknown) => boolean,
): void {
  const from = notes.found.length;
  const open: Found[] = [];
  each(notes, lines, (_notes, { prime_line_item_id: id }, line) => {
    const path = `${line}/prime_line_item_id`;
    if (notes.toggle === undefined) open.push(noteUnknown(notes, ruleId, path));
    else if (notes.toggle !== position) return;
    else if (!isAbsent(id) && !isId(id)) noteType(notes, path);
    else if (isBroken(id)) note(notes, ruleId, path);
  });
  mergeOpen(notes, from, open);
}

/** The contract's lines; `undefined` when they are not given. */
function knownLines({ contract }: Notes): readonly unknown[] | undefined {
  const known: unknown = contract?.["line_items"];
  return Array.isArray(known) ? known : known === null ? [] : undefined;
}

function lookAtKnown(notes: Notes, lines: readonly unknown[]): void {
  const known = knownLines(notes);
  const ids = new Set(known?.map((line) => String(isKeyed(line) ? line["id"] : undefined)));
  const isOpen = known === undefined || ids.has("undefined");
  const from = notes.found.length;
  const open: Found[] = [];
  each(notes, lines, (_notes, { prime_line_item_id: id }, line) => {
    const path = `${line}/prime_line_item_id`;
    if (notes.toggle === undefined) open.push(noteUnknown(notes, "associated-line-item-known", path));
    else if (!notes.toggle || isAbsent(id)) return;
    else if (!isId(id)) noteType(notes, path);
    else if (ids.has(String(id))) return;
    else if (isOpen) open.push(noteUnknown(notes, "associated-line-item-known", path));
    else note(notes, "associated-line-item-known", path);
  });
  mergeOpen(notes, from, open);
}

function lookAtCodes(
  notes: Notes,
  lines: readonly unknown[],
  ruleId: string,
  isBroken: (code: unknown) => boolean,
): void {
  const known = knownLines(notes);
  const codes = new Map<string, unknown>();
  let lackIds = known === undefined;
  for (const line of known ?? []) {
    const id = isKeyed(line) ? line["id"] : undefined;
    if (id === undefined) lackIds = true;
    else if (!codes.has(String(id)) && isKeyed(line)) codes.set(String(id), line["origin_code"]);
  }
  const from = notes.found.length;
  const open: Found[] = [];
  each(notes, lines, (_notes, { prime_line_item_id: id, billing_item_code: own }, line) => {
    if (!isAbsent(own) || isAbsent(id)) {
      const path = `${line}/billing_item_code`;
      if (!isAbsent(own) && typeof own !== "string") noteType(notes, path);
      else if (isBroken(own)) note(notes, ruleId, path);
      return;
    }
    const path = `${line}/prime_line_item_id`;
    const isThere = codes.has(String(id));
    const code = codes.get(String(id));
    if (isThere ? code === undefined : lackIds) open.push(noteUnknown(notes, ruleId, path));
    else if (!isAbsent(code) && typeof code !== "string") noteUnknown(notes, ruleId, path);
    else if (isBroken(code)) note(notes, ruleId, path);
  });
  mergeOpen(notes, from, open);
}

function lookAtPattern(notes: Notes, lines: readonly unknown[]): void {
  const seen = new Set<string>();
  const repeats: number[] = [];
  for (const [index, line] of lines.entries()) {
    const id = isKeyed(line) ? line["prime_line_item_id"] : undefined;
    if (isAbsent(id) || !isId(id)) continue;
    const key = String(id).trim();
    if (seen.has(key)) repeats.push(index);
    else seen.add(key);
  }
  if (seen.size < 2) return;
  for (const index of repeats) note(notes, "associated-line-item-pattern", `/line_items/${index}/prime_line_item_id`);
}

/** The place and value of a cost code or cost type, or of the code that has both. */
function costOf(line: Keyed, key: "cost_code" | "line_item_type"): { readonly at: string; readonly value: unknown } {
  const group = line[key];
  const value = isKeyed(group) ? group["origin_id"] : undefined;
  const both = line["wbs_code"];
  const other = isKeyed(both) ? both["flat_code"] : undefined;
  return isAbsent(value) && !isAbsent(other)
    ? { at: "wbs_code/flat_code", value: other }
    : { at: `${key}/origin_id`, value };
}

function lookAtCost(notes: Notes, line: Keyed, path: string): void {
  for (const key of ["cost_code", "line_item_type"] as const) {
    const { at, value } = costOf(line, key);
    if (isAbsent(value)) note(notes, "cost-code-and-type", `${path}/${at}`);
    else if (typeof value !== "string") noteType(notes, `${path}/${at}`);
  }
}

function lookAtPairs(notes: Notes, lines: readonly unknown[]): void {
  const seen = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (!isKeyed(line)) continue;
    const code = costOf(line, "cost_code");
    const type = costOf(line, "line_item_type");
    if (typeof code.value !== "string" || typeof type.value !== "string") continue;
    if (isAbsent(code.value) || isAbsent(type.value)) continue;
    const key = `${code.value.trim()}\n${type.value.trim()}`;
    if (seen.has(key)) note(notes, "unique-phase-cost-type", `/line_items/${index}/${code.at}`);
    else seen.add(key);
  }
}

function lookAtTotal(notes: Notes): void {
  const { grand_total: total, line_items: lines, markups } = notes.pcco;
  if (isAbsent(total)) return;
  if (typeof total !== "string") {
    noteType(notes, "/grand_total");
    return;
  }
  let sum = 0n;
  let count = 0;
  for (const list of [lines, markups]) {
    if (list === undefined || list === null) continue;
    if (!Array.isArray(list)) return;
    for (const item of list) {
      count++;
      const amount: unknown = isKeyed(item) ? item["amount"] : undefined;
      if (isAbsent(amount)) continue;
      if (typeof amount !== "string" || decimalsOf(amount) < 0) return;
      sum += exactOf(amount);
    }
  }
  if (count === 0 || decimalsOf(total) < 0) return;
  if (exactOf(total) !== sum) note(notes, "total-matches", "/grand_total");
}
