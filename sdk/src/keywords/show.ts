import type { Field } from "../context/field.ts";
import { endOfCharacters } from "../context/text-length.ts";

const longest = 60;

/** A value as a message shows it: texts in quotes, long ones cut, a choice by the name people know it by. */
export function show(value: unknown, field?: Field): string {
  if (typeof value === "string") {
    const label = field !== undefined && Object.hasOwn(field.choices, value) ? field.choices[value] : undefined;
    if (label !== undefined) return label;
    if (value.length <= longest) return `"${value}"`;
    const isLong = endOfCharacters(value, longest) < value.length;
    return `"${isLong ? `${value.slice(0, endOfCharacters(value, longest - 1))}…` : value}"`;
  }
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === "object" ? "a group of fields" : String(value);
}

/**
 * A value that is asked for: a choice by the name people know it by, except beside a value that is no choice at all.
 * Beside "Approved", which is misspelt, only the word to write helps.
 */
export function showWanted(wanted: unknown, found: unknown, field?: Field): string {
  return show(wanted, isMisspelt(found, field) ? undefined : field);
}

/** Whether a text that was found is none of the choices that its field has. */
export function isMisspelt(found: unknown, field: Field | undefined): boolean {
  if (field === undefined || typeof found !== "string" || Object.hasOwn(field.choices, found)) return false;
  return Object.keys(field.choices).length > 0;
}

/** Several values as a sentence lists them: `a, b or c`. */
export function either(values: readonly string[], word = "or"): string {
  return values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} ${word} ${values.at(-1)}`;
}
