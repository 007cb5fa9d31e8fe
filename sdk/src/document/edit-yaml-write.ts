import type { YamlStyle } from "./edit-yaml-style.ts";
import { isList, isObject } from "./value.ts";

/** The kinds of scalar whose style a new value may carry on. */
export type Quote = "plain" | "single" | "double";

/** Words that YAML 1.1 or 1.2 readers take for something other than text. */
const WORDS = /^(?:true|false|yes|no|on|off|y|n|null|~|<<|=|\.\.\.|-+)$/i;
/** Whatever could be a number, a date or a time to some reader: codes such as 0520, 1e3, 02-310, 0x1F, 12:30. */
const NUMBER_LIKE = /^[-+.]*(?:\d[\da-fox_.,:+-]*|inf|nan)$/i;
const DATE_LIKE = /^\d{4}-\d\d?-\d\d?(?:[Tt]|\s|$)/;
/** What may not stand bare in YAML: control characters (line ends and tabs too), odd line ends, half characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\uFEFF\uFFFE\uFFFF]/u;
const UNPRINTABLE_ALL = new RegExp(UNPRINTABLE, "gu");

function isPlain(text: string, flow: boolean): boolean {
  if (/^[-?:,[\]{}#&*!|>'"%@`]|^\s|\s$|^$/.test(text)) return false;
  if (/:(?:\s|$)|\s#/.test(text) || UNPRINTABLE.test(text)) return false;
  if (flow && /[,[\]{}:]/.test(text)) return false;
  return !WORDS.test(text) && !NUMBER_LIKE.test(text) && !DATE_LIKE.test(text);
}

function doubleQuoted(text: string): string {
  // A JSON string is a YAML string, once the characters that YAML wants escaped are.
  return JSON.stringify(text).replace(UNPRINTABLE_ALL, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

export function writeString(text: string, quote: Quote, flow: boolean): string {
  if (quote === "single" && !UNPRINTABLE.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return quote === "plain" && isPlain(text, flow) ? text : doubleQuoted(text);
}

/** Whether a value fits on the line of its key in block style: scalars and empty collections. */
export function isInline(value: unknown): boolean {
  return isObject(value) ? Object.keys(value).length === 0 : !isList(value) || value.length === 0;
}

/** Whether a text reads well as a literal block (`|`), and comes back from it unchanged. */
export function isLiteral(value: unknown): value is string {
  if (typeof value !== "string" || !/^\S/.test(value) || !/[^\n]\n?$/.test(value) || !value.includes("\n"))
    return false;
  return !/[ \t](?:\n|$)/.test(value) && !UNPRINTABLE.test(value.replaceAll("\n", ""));
}

export function literalHeader(text: string): string {
  return text.endsWith("\n") ? "|" : "|-";
}

export function literalLines(text: string): string[] {
  return text.replace(/\n$/, "").split("\n");
}

/** Writes a value on one line. */
export function writeInline(value: unknown, style: YamlStyle, quote: Quote, flow: boolean): string {
  if (typeof value === "string") return writeString(value, quote, flow);
  const next = flow && style.quoteFlow ? "double" : "plain";
  if (isList(value)) return `[${value.map((item) => writeInline(item, style, next, true)).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => writeFlowMember(key, member, style));
  return members.length === 0 ? "{}" : `{${style.pad}${members.join(", ")}${style.pad}}`;
}

export function writeFlowMember(key: string, value: unknown, style: YamlStyle): string {
  const quote = style.quoteFlow ? "double" : "plain";
  return `${writeString(key, quote, true)}: ${writeInline(value, style, quote, true)}`;
}

/** The lines of a value in block style, without the indentation they all share. */
export function blockLines(value: unknown, style: YamlStyle): string[] {
  if (isList(value) && value.length > 0) return value.flatMap((item) => itemLines(item, style));
  if (isObject(value) && !isInline(value)) {
    return Object.entries(value).flatMap(([key, member]) => memberLines(key, member, style));
  }
  return [writeInline(value, style, "plain", false)];
}

export function memberLines(key: string, value: unknown, style: YamlStyle): string[] {
  const name = `${writeString(key, "plain", false)}:`;
  if (isLiteral(value)) return [`${name} ${literalHeader(value)}`, ...indented(literalLines(value), style.step)];
  if (isInline(value)) return [`${name} ${writeInline(value, style, "plain", false)}`];
  return [name, ...indented(blockLines(value, style), isList(value) ? style.listStep : style.step)];
}

export function itemLines(value: unknown, style: YamlStyle): string[] {
  if (isLiteral(value)) return [`- ${literalHeader(value)}`, ...indented(literalLines(value), 2)];
  const [first = "", ...rest] = blockLines(value, style);
  return [`- ${first}`, ...indented(rest, 2)];
}

function indented(lines: readonly string[], by: number): string[] {
  return lines.map((line) => (line === "" ? line : " ".repeat(by) + line));
}

/** Joins lines at a column; the first one is left for the caller to place. */
export function joinLines(lines: readonly string[], column: number, eol: string): string {
  const [first = "", ...rest] = lines;
  return [first, ...indented(rest, column)].join(eol);
}
