import { MAX_DEPTH, MAX_NODES } from "../document/limits.ts";

/**
 * Whether a value can be written as JSON whatever else it is written with: it is no deeper and has no more parts than what
 * is read from a text, leads nowhere back to itself, and has nothing in it that JSON has no word for.
 */
export function canBeWritten(value: unknown): boolean {
  if (typeof value === "string") return true;
  let left = MAX_NODES;
  const isFit = (part: unknown, levels: number): boolean => {
    left -= 1;
    if (left < 0 || levels > MAX_DEPTH) return false;
    if (typeof part === "object") return part === null || Object.values(part).every((each) => isFit(each, levels + 1));
    if (typeof part === "number") return Number.isFinite(part);
    return typeof part !== "bigint" && typeof part !== "function" && typeof part !== "symbol";
  };
  return isFit(value, 0);
}
