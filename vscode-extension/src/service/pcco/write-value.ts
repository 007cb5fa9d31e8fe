import type { Location } from "../location/location.ts";

/** What may stand as the value of a field. */
export type Scalar = string | number | boolean | null;

/**
 * A value as it is written at a location: with the quotes that are begun there or needed.
 * @param isCode whether a text must have quotes in YAML, so that `0520` stays a text
 */
export function writeScalar(
  value: Scalar,
  { style, quote }: Pick<Location, "style" | "quote">,
  isCode = false,
): string {
  if (style === "json") return JSON.stringify(value);
  if (quote === undefined && (typeof value !== "string" || (!isCode && isPlain(value)))) return String(value);
  return quote === "'" ? `'${String(value).replaceAll("'", "''")}'` : JSON.stringify(String(value));
}

/** A key as it is written at a location, without its colon. */
export function writeKey(key: string, location: Pick<Location, "style" | "quote">): string {
  return writeScalar(key, location);
}

/** Words that some readers of YAML take for something else than a text. */
const taken = /^(true|false|null|yes|no|on|off|y|n|~)$/i;

/** Whether YAML reads a text without quotes as this very text, in brackets too. */
function isPlain(text: string): boolean {
  if (/^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(text)) return true;
  const isWord = /^[A-Za-z$./][\w$./@^~+:-]*( [\w$./@^~+:-]+)*$/.test(text);
  return isWord && !taken.test(text) && !/:( |$)/.test(text) && !/^\.(\d|inf$|nan$)/i.test(text);
}

/** The keys whose texts may look like numbers, so that YAML needs quotes around them. */
const codeKeys: ReadonlySet<string> = new Set([
  "amount",
  "billing_item_code",
  "code",
  "full_code",
  "grand_total",
  "number",
  "origin_code",
  "origin_id",
  "percentage",
  "unit_cost",
]);

/** Whether the value of a key is an amount or a code, which is always written in quotes. */
export function isCodeKey(key: string): boolean {
  return codeKeys.has(key);
}
