import { isList, isObject } from "./value.ts";

const LONGEST = 40;

/** A text cut to a length fit for a message, on one line. Never cuts a character in half. */
export function shorten(text: string): string {
  const line = text.slice(0, 4 * LONGEST).replace(/\s+/g, " ");
  const characters = Array.from(line);
  return characters.length > LONGEST || text.length > 4 * LONGEST ? `${characters.slice(0, LONGEST).join("")}…` : line;
}

/** What the user wrote, cut short, between backticks. */
export function ticks(text: string): string {
  return `\`${shorten(text)}\``;
}

/** Names a value for a message: `the text "abc"`, `the number 5`, `a list`. */
export function describe(value: unknown): string {
  if (typeof value === "string") return `the text "${shorten(value)}"`;
  if (typeof value === "number") return `the number ${value}`;
  if (isList(value)) return "a list";
  if (isObject(value)) return "a mapping";
  return `the value \`${String(value)}\``;
}

/** What every document must be, for messages that say something else was found. */
export const EXPECTED = "a PCCO is a mapping of fields such as `number` and `status`";
