import { MAX_DEPTH, MAX_NODES } from "../document/limits.ts";
import { isKeyed } from "../document/value.ts";

/**
 * Whether a value can be written as JSON whatever else it is written with: it is no deeper and has no more parts than what
 * is read from a text, leads nowhere back to itself, and has nothing in it that JSON has no word for.
 */
export function canBeWritten(value: unknown): boolean {
  return isKeyed(value) ? areFit(value) : isFit(value);
}

function areFit(group: object): boolean {
  let left = MAX_NODES;
  const holds = (within: object, levels: number): boolean => {
    left -= 1;
    if (left < 0 || levels > MAX_DEPTH) return false;
    return Object.values(within).every((each) =>
      isKeyed(each) ? holds(each, levels + 1) : --left >= 0 && isFit(each),
    );
  };
  return holds(group, 1);
}

function isFit(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value !== "bigint" && typeof value !== "function" && typeof value !== "symbol";
}
