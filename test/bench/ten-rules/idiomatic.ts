import type { Context, Fault, Line, Pcco } from "./pcco.ts";

// The checks as most people write them: clear, no thought of speed. Contenders whose own words end take theirs from here.

const dateTime = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Whether a text is a date and a time that exist, as in RFC 3339. */
export function isDateTime(text: string): boolean {
  const match = dateTime.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1, 4).map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
}

/** A decimal number with at most two digits after the point. */
export const money = /^-?\d+(\.\d{1,2})?$/;

/** Whether a code has at most ten characters, counted as people count them. */
export function isShortCode(code: string): boolean {
  return [...code.trim()].length <= 10;
}

/** The lines whose Associated Line Item is no line of the prime contract, by index. */
export function unknownItems(lines: readonly Line[], { prime_contract }: Context): number[] {
  const known = new Set(prime_contract.line_items.map(({ id }) => id));
  return indexesOf(lines, ({ prime_line_item_id: id }) => id !== undefined && !known.has(id));
}

/** The lines whose Associated Line Item stands on a line before, unless all have the same one. */
export function repeatedItems(lines: readonly Line[]): number[] {
  const ids = lines.map(({ prime_line_item_id: id }) => id).filter((id) => id !== undefined);
  if (new Set(ids).size <= 1) return [];
  const seen = new Set<number>();
  return indexesOf(lines, ({ prime_line_item_id: id }) => id !== undefined && isSeen(seen, id));
}

/** The lines whose id stands on a line before. */
export function repeatedLines(lines: readonly Line[]): number[] {
  const seen = new Set<number>();
  return indexesOf(lines, ({ id }) => isSeen(seen, id));
}

/** What no word for single values says: the rules across lines, and between lines and the prime contract. */
export function faultsAcross({ line_items: lines }: Pcco, context: Context): Fault[] {
  return [
    ...unknownItems(lines, context).map((index) => ({
      rule: "associated-line-item-known",
      path: `/line_items/${index}/prime_line_item_id`,
      message: `Line ${index + 1}: the Associated Line Item is no line of the prime contract`,
    })),
    ...repeatedItems(lines).map((index) => ({
      rule: "associated-line-item-pattern",
      path: `/line_items/${index}/prime_line_item_id`,
      message: `Line ${index + 1}: each line its own Associated Line Item, or all the same one`,
    })),
    ...repeatedLines(lines).map((index) => ({
      rule: "line-ids-unique",
      path: `/line_items/${index}/id`,
      message: `Line ${index + 1}: the id stands on a line before`,
    })),
  ];
}

function indexesOf(lines: readonly Line[], matches: (line: Line) => boolean): number[] {
  return lines.flatMap((line, index) => (matches(line) ? [index] : []));
}

function isSeen(seen: Set<number>, id: number): boolean {
  if (seen.has(id)) return true;
  seen.add(id);
  return false;
}
