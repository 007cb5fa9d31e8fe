import type { Field } from "../context/field.ts";

const longest = 60;

/** A value as a message shows it: texts in quotes, long ones cut, a choice by the name people know it by. */
export function show(value: unknown, field?: Field): string {
  if (typeof value === "string") {
    const label = field !== undefined && Object.hasOwn(field.choices, value) ? field.choices[value] : undefined;
    if (label !== undefined) return label;
    if (value.length <= longest) return `"${value}"`;
    const characters = [...value];
    return `"${characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : value}"`;
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
  const isMisspelt = typeof found === "string" && field !== undefined && !Object.hasOwn(field.choices, found);
  return isMisspelt && Object.keys(field.choices).length > 0 ? show(wanted) : show(wanted, field);
}

/** Several values as a sentence lists them: `a, b or c`. */
export function either(values: readonly string[], word = "or"): string {
  return values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} ${word} ${values.at(-1)}`;
}
