import { type Lines, notUsual } from "./yaml-quick-lines.ts";
import { quotedEnd } from "./yaml-quick-scalar.ts";

const TAB = 0x09;
const SPACE = 0x20;
const DOUBLE_QUOTE = 0x22;
const HASH = 0x23;
const SINGLE_QUOTE = 0x27;
const DASH = 0x2d;
const COLON = 0x3a;
const BYTE_ORDER_MARK = 0xfeff;

/** Most characters from the beginning of a key to its colon. */
const LONGEST_KEY = 1024;

/** By its code below 128, whether a character cannot begin a plain scalar, or not surely. */
const signs = new Uint8Array(128).fill(1, 0, 0x21);
for (const sign of ",[]{}#&*!|>'\"%@`?:") signs[sign.charCodeAt(0)] = 1;

/** By its code below 128, whether a character ends a plain scalar in brackets. */
const ends = new Uint8Array(128);
for (const sign of ",[]{}") ends[sign.charCodeAt(0)] = 1;

/**
 * Reads the scalar where the lines stand, up to its line's end; `tokenEnd` is then its end.
 * @returns whether it is a key, and the lines stand behind its colon
 */
export function scan(lines: Lines): boolean {
  const { text, at: start, end } = lines;
  const first = text.charCodeAt(start);
  if (first === DOUBLE_QUOTE || first === SINGLE_QUOTE) {
    const after = quotedEnd(text, start, end);
    lines.at = after;
    lines.tokenEnd = after;
    if (lines.skipToEnd()) {
      lines.at = after;
      return false;
    }
    if (text.charCodeAt(lines.at) !== COLON || !lines.isAlone(lines.at)) throw notUsual;
    return passColon(lines, start, lines.at);
  }
  if (!beginsPlain(first) || (first === DASH && lines.isAlone(start))) throw notUsual;
  let last = start;
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE) {
      if (text.charCodeAt(at + 1) === HASH) break;
    } else if (code === COLON && lines.isAlone(at)) {
      lines.tokenEnd = last + 1;
      return passColon(lines, start, at);
    } else if (code === TAB) throw notUsual;
    else last = at;
  }
  lines.tokenEnd = last + 1;
  lines.at = last + 1;
  return false;
}

/**
 * Reads the scalar where the lines stand, in brackets.
 * @returns whether it is a key, and the lines stand behind its colon
 */
export function scanInFlow(lines: Lines): boolean {
  const { text, at: start, end } = lines;
  const first = text.charCodeAt(start);
  if (first === DOUBLE_QUOTE || first === SINGLE_QUOTE) {
    lines.at = quotedEnd(text, start, end);
    lines.tokenEnd = lines.at;
    if (text.charCodeAt(lines.at) !== COLON) return false;
    lines.at++;
    return true;
  }
  if (!beginsPlain(first) || (first === DASH && (lines.isAlone(start) || ends[text.charCodeAt(start + 1)] === 1)))
    throw notUsual;
  let last = start;
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE) continue;
    if (code === TAB || code === HASH) throw notUsual;
    if (ends[code] === 1) break;
    if (code === COLON) {
      if (lines.isAlone(at)) {
        lines.tokenEnd = last + 1;
        lines.at = at + 1;
        return true;
      }
      if (ends[text.charCodeAt(at + 1)] === 1) throw notUsual;
    }
    last = at;
  }
  lines.tokenEnd = last + 1;
  lines.at = last + 1;
  return false;
}

function beginsPlain(code: number): boolean {
  return code > 127 ? code !== BYTE_ORDER_MARK : signs[code] === 0;
}

function passColon(lines: Lines, start: number, colon: number): boolean {
  if (colon - start > LONGEST_KEY) throw notUsual;
  lines.at = colon + 1;
  return true;
}
