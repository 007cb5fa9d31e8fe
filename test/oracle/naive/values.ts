import type { Field } from "../../../sdk/src/generated/types.ts";
import { isDay, isTime } from "./dates.ts";

/** A group of fields. */
export type Group = Readonly<Record<string, unknown>>;

export function isGroup(value: unknown): value is Group {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Nothing written, `null`, or spaces alone. */
export function isNone(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

/** Whether a value is what its field's type says. An amount is a text here; what is wrong with its digits rules tell. */
export function isOfType(type: Field["type"], value: unknown): boolean {
  switch (type) {
    case "text":
    case "money":
    case "choice":
      return typeof value === "string";
    case "id":
      return typeof value === "string" || Number.isSafeInteger(value);
    case "integer":
      return Number.isSafeInteger(value);
    case "boolean":
      return typeof value === "boolean";
    case "date":
      return typeof value === "string" && isDay(value);
    case "dateTime":
      return typeof value === "string" && isTime(value);
    case "list":
      return Array.isArray(value);
  }
}

/** Ids are written as numbers or as texts; everything else is the same only when it is exactly that. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "string") return String(a) === b;
  if (typeof a === "string" && typeof b === "number") return a === String(b);
  return a === b;
}

/** Characters as people count them: code points, spaces at either end left out. */
export function lengthOf(value: unknown): number {
  return Array.from(String(value).trim()).length;
}
