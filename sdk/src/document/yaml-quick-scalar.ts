import { wholeNumber } from "./whole-number.ts";
import { notUsual } from "./yaml-quick-lines.ts";

const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const BACKSLASH = 0x5c;

/** The offset after the closing quote of the text that opens at `start`; `limit` is where its line ends. */
export function quotedEnd(text: string, start: number, limit: number): number {
  const isDouble = text.charCodeAt(start) === DOUBLE_QUOTE;
  const quote = isDouble ? '"' : "'";
  for (let at = start + 1; ; at++) {
    at = text.indexOf(quote, at);
    if (at < 0 || at >= limit) throw notUsual;
    if (isDouble ? !isEscaped(text, at) : text.charCodeAt(at + 1) !== SINGLE_QUOTE) return at + 1;
    if (!isDouble) at++;
  }
}

/** Whether an odd number of backslashes stands before a character. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text.charCodeAt(before - 1) === BACKSLASH) before--;
  return (at - before) % 2 === 1;
}

/** What a key stands for: to YAML with texts as keys, `0520` and `true` are texts too. */
export function keyText(text: string, start: number, end: number): string {
  const first = text.charCodeAt(start);
  return first === DOUBLE_QUOTE || first === SINGLE_QUOTE ? quotedText(text, start, end) : text.slice(start, end);
}

/** What a plain or quoted scalar stands for in the core schema of YAML 1.2. */
export function scalarValue(text: string, start: number, end: number): string | number | boolean | null {
  const first = text.charCodeAt(start);
  if (first === DOUBLE_QUOTE || first === SINGLE_QUOTE) return quotedText(text, start, end);
  if (MAY_HAVE_TYPE[first] !== 1) return text.slice(start, end);
  return wholeNumber(text, start, end) ?? typed(text.slice(start, end));
}

function quotedText(text: string, start: number, end: number): string {
  const inside = text.slice(start + 1, end - 1);
  if (text.charCodeAt(start) === SINGLE_QUOTE) return inside.includes("'") ? inside.replaceAll("''", "'") : inside;
  return inside.includes("\\") ? unescaped(text.slice(start, end)) : inside;
}

/** What YAML and JSON both escape means the same in both. */
function unescaped(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    throw notUsual;
  }
}

/** By its code, whether a character begins a word or number that is no text. */
const MAY_HAVE_TYPE = new Uint8Array(128);
for (const first of "0123456789+-.~nNtTfF") MAY_HAVE_TYPE[first.charCodeAt(0)] = 1;

const words = new Map<string, boolean | number | null>();
for (const [spellings, value] of [
  ["~ null Null NULL", null],
  ["true True TRUE", true],
  ["false False FALSE", false],
  [".nan .NaN .NAN", Number.NaN],
  [".inf .Inf .INF +.inf +.Inf +.INF", Number.POSITIVE_INFINITY],
  ["-.inf -.Inf -.INF", Number.NEGATIVE_INFINITY],
] as const)
  for (const word of spellings.split(" ")) words.set(word, value);

const LONGEST_WORD = 5;
const NUMBER = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const OTHER_BASE = /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/;

function typed(source: string): string | number | boolean | null {
  if (NUMBER.test(source)) return Number(source);
  if (OTHER_BASE.test(source)) return Number.parseInt(source.slice(2), source[1] === "o" ? 8 : 16);
  const value = source.length > LONGEST_WORD ? undefined : words.get(source);
  return value === undefined ? source : value;
}
