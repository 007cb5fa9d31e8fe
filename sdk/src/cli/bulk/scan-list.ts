import type { Position } from "../../document/text.ts";

/** What may come next in a JSON list: its beginning, an item or its end, an item, a comma or its end, or nothing more. */
export const expectedInList = ["list", "first", "item", "comma", "nothing"] as const;

/** One of `expectedInList`. */
export type Expected = (typeof expectedInList)[number];

/** Where an item stands in some bytes, and in the whole text. */
export interface ItemSpan {
  readonly start: number;
  readonly end: number;
  readonly position: Position;
}

/** Where a scan is. */
export interface ListPlace {
  readonly expected: Expected;
  readonly position: Position;
}

/** What a scan has found. */
export interface ScannedList {
  readonly items: readonly ItemSpan[];
  /** Bytes that are done with. The rest is an item that has not ended. */
  readonly length: number;
  readonly end: ListPlace;
  /** Where something stands that belongs to no list; nothing behind it was looked at. */
  readonly faultAt: Position | undefined;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const LIST = 0x5b;
const BACKSLASH = 0x5c;
const LIST_END = 0x5d;
const MAP = 0x7b;
const MAP_END = 0x7d;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * Finds the items of a JSON list, of which these bytes are a part. Items are told apart by brackets and quotes alone;
 * what is wrong inside one is seen when it is read.
 */
export function scanList(bytes: Buffer, from: ListPlace): ScannedList {
  const items: ItemSpan[] = [];
  let { expected, position } = from;
  let length = 0;
  const found = (faultAt?: Position): ScannedList => ({ items, length, end: { expected, position }, faultAt });
  for (let at = 0; ; ) {
    at = spaceEnd(bytes, at);
    // The line feed that may follow belongs to it.
    if (at === bytes.length && bytes[at - 1] === CARRIAGE_RETURN) at--;
    position = moved(position, bytes, length, at);
    length = at;
    const sign = bytes[at];
    if (sign === undefined || sign === CARRIAGE_RETURN) return found();
    if (expected === "list" && sign === LIST) expected = "first";
    else if (expected === "comma" && sign === COMMA) expected = "item";
    else if ((expected === "comma" || expected === "first") && sign === LIST_END) expected = "nothing";
    else if ((expected === "first" || expected === "item") && sign !== COMMA && sign !== LIST_END && sign !== MAP_END) {
      const end = itemEnd(bytes, at);
      if (end === undefined) return found();
      items.push({ start: at, end, position });
      position = moved(position, bytes, at, end);
      expected = "comma";
      at = end;
      length = end;
      continue;
    } else return found(position);
    position = { line: position.line, character: position.character + 1 };
    length = ++at;
  }
}

/** After the spaces and line ends that begin at `start`. */
function spaceEnd(bytes: Buffer, start: number): number {
  let at = start;
  while (at < bytes.length && isSpace(bytes[at] ?? 0)) at++;
  return at;
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === LINE_FEED || byte === CARRIAGE_RETURN || byte === 0x09;
}

/** The position after some bytes. A carriage return alone ends a line, too. */
function moved(from: Position, bytes: Buffer, start: number, end: number): Position {
  const part = bytes.subarray(start, end);
  let { line } = from;
  let last = -1;
  if (part.includes(CARRIAGE_RETURN)) {
    const text = part.toString("latin1");
    line += text.match(/\r\n|\n|\r/g)?.length ?? 0;
    last = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
  } else {
    for (let at = part.indexOf(LINE_FEED); at >= 0; at = part.indexOf(LINE_FEED, at + 1)) {
      line++;
      last = at;
    }
  }
  const { length } = part.toString("utf8", last + 1);
  return { line, character: last < 0 ? from.character + length : length };
}

/** The end of the item that begins at `start`; `undefined` when it is not among the bytes. */
function itemEnd(bytes: Buffer, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) {
      at = quoteEnd(bytes, at);
      if (at < 0) return undefined;
      if (depth === 0) return at + 1;
    } else if (byte === MAP || byte === LIST) depth++;
    else if (byte === MAP_END || byte === LIST_END) {
      if (depth === 0) return at;
      if (--depth === 0) return at + 1;
    } else if (depth === 0 && (byte === COMMA || isSpace(byte))) return at;
  }
  return undefined;
}

/** Where the text that begins with the quote at `start` has its other quote; -1 when it is not among the bytes. */
function quoteEnd(bytes: Buffer, start: number): number {
  for (let at = start + 1; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) return at;
    if (byte === BACKSLASH) at++;
  }
  return -1;
}
