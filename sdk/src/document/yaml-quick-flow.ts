import { MAX_DEPTH } from "./limits.ts";
import { type Lines, notUsual } from "./yaml-quick-lines.ts";
import { keyText, scalarValue } from "./yaml-quick-scalar.ts";
import { scanInFlow } from "./yaml-quick-scan.ts";
import type { Tape } from "./yaml-quick-tape.ts";

const COMMA = 0x2c;
const LIST = 0x5b;
const LIST_END = 0x5d;
const MAP = 0x7b;
const MAP_END = 0x7d;

/** What a value in brackets costs at most, see `Lines.spend`. */
const VALUE_COST = 16;

/** Whether a list or mapping in brackets begins where the lines stand. */
export function beginsFlow(lines: Lines): boolean {
  const code = lines.text.charCodeAt(lines.at);
  return code === LIST || code === MAP;
}

/** Reads the list or mapping in brackets that begins where the lines stand, and ends on the same line. */
export function readFlow(lines: Lines, tape: Tape, depth: number, keyStart: number, keyEnd: number): unknown {
  if (depth > MAX_DEPTH) throw notUsual;
  lines.spend(VALUE_COST);
  const isList = lines.text.charCodeAt(lines.at) === LIST;
  const number = tape.open(lines.at++, keyStart, keyEnd);
  lines.skipSpaces();
  const value = isList ? readItems(lines, tape, depth) : readFields(lines, tape, depth);
  tape.close(number, lines.at, isList);
  return value;
}

function readItems(lines: Lines, tape: Tape, depth: number): unknown[] {
  const items: unknown[] = [];
  if (lines.pass(LIST_END)) return items;
  do {
    lines.skipSpaces();
    items.push(readValue(lines, tape, depth, 0, 0));
    lines.skipSpaces();
  } while (lines.pass(COMMA));
  if (!lines.pass(LIST_END)) throw notUsual;
  return items;
}

function readFields(lines: Lines, tape: Tape, depth: number): Record<string, unknown> {
  const { text } = lines;
  const fields: Record<string, unknown> = {};
  if (lines.pass(MAP_END)) return fields;
  do {
    lines.skipSpaces();
    const start = lines.at;
    if (!scanInFlow(lines)) throw notUsual;
    const end = lines.tokenEnd;
    const key = keyText(text, start, end);
    // A key given twice, or one that every object has of its own accord.
    if (fields[key] !== undefined) throw notUsual;
    lines.skipSpaces();
    fields[key] = readValue(lines, tape, depth, start, end);
    lines.skipSpaces();
  } while (lines.pass(COMMA));
  if (!lines.pass(MAP_END)) throw notUsual;
  return fields;
}

function readValue(lines: Lines, tape: Tape, depth: number, keyStart: number, keyEnd: number): unknown {
  if (beginsFlow(lines)) return readFlow(lines, tape, depth + 1, keyStart, keyEnd);
  const start = lines.at;
  if (start >= lines.end || scanInFlow(lines)) throw notUsual;
  lines.spend(VALUE_COST);
  tape.scalar(start, lines.tokenEnd, keyStart, keyEnd);
  return scalarValue(lines.text, start, lines.tokenEnd);
}
