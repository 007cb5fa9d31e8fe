/** What `walkJson` tells as it goes through a text. Offsets are UTF-16 units, ends exclusive. */
export interface JsonEvents {
  /** A list (`list`) or mapping opens at `offset`. */
  open(offset: number, list: boolean): void;
  /** The innermost list or mapping ends before `end`. */
  close(end: number): void;
  /** A key, quotes included. */
  key(start: number, end: number): void;
  /** A string (quotes included), number, `true`, `false` or `null`. */
  scalar(start: number, end: number): void;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const LIST = 0x5b;
const LIST_END = 0x5d;
const MAP = 0x7b;
const MAP_END = 0x7d;
const BACKSLASH = 0x5c;

/**
 * Goes once through JSON that `JSON.parse` has accepted. Does not recurse, so depth is no danger.
 * @param from offset to begin at, past a byte order mark
 */
export function walkJson(text: string, from: number, events: JsonEvents): void {
  const lists: boolean[] = [];
  let atKey = false;
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = stringEnd(text, at);
      if (atKey) events.key(at, end);
      else events.scalar(at, end);
      at = end;
    } else if (code === LIST || code === MAP) {
      lists.push(code === LIST);
      atKey = code === MAP;
      events.open(at++, code === LIST);
    } else if (code === LIST_END || code === MAP_END) {
      lists.pop();
      events.close(++at);
    } else if (code === COMMA) {
      atKey = lists.at(-1) === false;
      at++;
    } else if (code === COLON) {
      atKey = false;
      at++;
    } else if (code <= 0x20) {
      at++;
    } else {
      const end = wordEnd(text, at);
      events.scalar(at, end);
      at = end;
    }
  }
}

/** The offset after the closing quote of the string that opens at `start`. */
function stringEnd(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1);
  while (quote >= 0) {
    if (!isEscaped(text, quote)) return quote + 1;
    quote = text.indexOf('"', quote + 1);
  }
  return text.length;
}

/** Whether the quote at an offset is part of a string: an odd number of backslashes stands before it. */
export function isEscaped(text: string, quote: number): boolean {
  let at = quote;
  while (text.charCodeAt(at - 1) === BACKSLASH) at--;
  return (quote - at) % 2 === 1;
}

/** The offset after the number or word that begins at `start`. */
function wordEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === COMMA || code === LIST_END || code === MAP_END) break;
    at++;
  }
  return at;
}

/**
 * As far as the next bracket that is not in a string. An expression is several times as quick as a look at each sign; the
 * strings and escapes it takes at once are limited, as it keeps a note of each.
 */
const BEFORE_BRACKET = /[^"{}[\]]*(?:"[^"\\]*(?:\\.[^"\\]*){0,100}"[^"{}[\]]*){0,1000}/y;

/** The offset after the list or mapping that opens at `start`. */
function groupEnd(text: string, start: number): number {
  let depth = 1;
  let at = start + 1;
  while (at < text.length) {
    BEFORE_BRACKET.lastIndex = at;
    BEFORE_BRACKET.test(text);
    at = BEFORE_BRACKET.lastIndex;
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = stringEnd(text, at);
    else {
      at++;
      if (code === LIST || code === MAP) depth++;
      else if (--depth === 0) return at;
    }
  }
  return text.length;
}

/** The offset after the value that begins at `start`. */
export function valueEnd(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (code === QUOTE) return stringEnd(text, start);
  return code === LIST || code === MAP ? groupEnd(text, start) : wordEnd(text, start);
}

/** The offset of the next sign that is no space, from `start` on. */
export function spaceEnd(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) <= 0x20) at++;
  return at;
}

/** The offset behind the last sign before `end` that is no space. */
export function spaceStart(text: string, end: number): number {
  let at = end;
  while (text.charCodeAt(at - 1) <= 0x20) at--;
  return at;
}
