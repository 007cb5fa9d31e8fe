import { BINARY, binaryAt } from "./binary.ts";
import { checkJson } from "./json-check.ts";
import { faultsInJson } from "./json-faults.ts";
import { placedReading } from "./json-find.ts";
import { shapesSoFar } from "./json-known.ts";
import { mapList } from "./json-list.ts";
import { startsWhenOnce } from "./json-once.ts";
import { MAX_TEXT_LENGTH, tooLong } from "./limits.ts";
import { LineIndex } from "./lines.ts";
import { documentsOf, type Fault, fatal, type Reading, type Source } from "./reading.ts";
import type { TextDocument } from "./text.ts";
import { EXPECTED } from "./words.ts";

/** Reads a whole JSON text (RFC 8259, nothing beyond it). Never throws. */
export function parseJson(text: string): TextDocument[] {
  return mapJson(text, (document) => document);
}

/**
 * Reads a whole JSON text, and keeps of its documents only what is made of each.
 * @param of is asked of each document, of some once more when the first reading is given up
 */
export function mapJson<Made>(text: string, of: (document: TextDocument) => Made): Made[] {
  const source = { text, lines: new LineIndex(text) };
  return mapList(source, of, shapesSoFar) ?? documentsOf(source, readJson(source, holder), 0, holder).map(of);
}

/** How messages name a whole text. */
const holder = "this file";

/** Reads one JSON text as a value, whatever kind it is. A byte order mark in front is skipped but counts as one unit. */
export function readJson(source: Source, holder: string): Reading {
  const { text } = source;
  if (text.length > MAX_TEXT_LENGTH) return broken(text, [fatal("document/limit", tooLong(text.length), 0, 0)]);
  const from = text.startsWith("\uFEFF") ? 1 : 0;
  const parsed = tryParse(from === 0 ? text : text.slice(from));
  // Of these, JSON can have only many of the signs that stand for bytes that are no text.
  const refusal = parsed === undefined || text.includes("\uFFFD") ? refuse(text, from, holder) : undefined;
  if (refusal) return broken(text, [refusal]);
  if (parsed === undefined) {
    const faults = faultsInJson(source, from);
    const unknown = fatal("document/syntax", `${holder} is not JSON`, from, text.length);
    return broken(text, faults.length > 0 ? faults : [unknown]);
  }
  const { value } = parsed;
  const starts = from === 0 ? startsWhenOnce(text, value) : undefined;
  return placedReading(text, value, from, starts === undefined ? checkJson(source, from) : [], starts);
}

/** Why a text is not even looked at, if so. */
export function refuse(text: string, from: number, holder: string): Fault | undefined {
  if (text.length > MAX_TEXT_LENGTH) return fatal("document/limit", tooLong(text.length), 0, 0);
  const binary = binaryAt(text);
  if (binary !== undefined) return fatal("document/syntax", BINARY, binary, binary + 1);
  // Not trim(): a no-break space or a second byte order mark is not nothing to JSON.
  if (/^[ \t\r\n]*$/.test(from === 0 ? text : text.slice(from))) {
    return fatal("document/syntax", `${holder} is empty; ${EXPECTED}`, 0, 0);
  }
  return undefined;
}

function broken(text: string, faults: readonly Fault[]): Reading {
  return { value: undefined, faults, root: () => ({ start: 0, end: text.length }) };
}

function tryParse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
