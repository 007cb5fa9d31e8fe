import { readJson } from "./json.ts";
import { placedReading } from "./json-find.ts";
import { ShapeLibrary } from "./json-known.ts";
import { isWrittenOnce } from "./json-once.ts";
import { ShapeReader } from "./json-reader.ts";
import { MAX_DEPTH, MAX_TEXT_LENGTH } from "./limits.ts";
import { LineIndex } from "./lines.ts";
import { documentOf } from "./reading.ts";
import type { Position, TextDocument } from "./text.ts";
import { isObject, type JsonObject } from "./value.ts";

/** A part of a JSON text too long to hold, that is one document: a line of NDJSON, or an item of a list. */
export interface Part {
  /** Without what separates it from the next. */
  readonly text: string;
  /** Where it begins in the whole text. */
  readonly start: Position;
  /** Its position among the documents of the whole text, from 0. */
  readonly index: number;
  /** How messages name it. */
  readonly holder: "this line" | "this item";
}

/** Reads a part. Its ranges are positions in the whole text. Never throws; a fault is a problem of its document alone. */
export function parsePart(part: Part): TextDocument {
  const value = readQuickly(part.text);
  if (value !== undefined) return documentOfPart(part, value);
  const { text, start, index, holder } = part;
  const source = { text, lines: new LineIndex(text, start) };
  return documentOf(source, readJson(source, holder), index, holder);
}

/** The shapes of all parts that this process has read. Where many are read it is worth it sooner than for whole texts. */
const shapesOfParts = new ShapeLibrary(1_000_000);

/**
 * What a part holds, for callers with many: nothing is made but the value itself. `undefined` when something may be
 * wrong with the text; `parsePart` tells.
 */
export function readQuickly(text: string): JsonObject | undefined {
  // Stands for bytes that are no text.
  if (text.includes("\uFFFD") || text.length > MAX_TEXT_LENGTH) return undefined;
  const isWorth = shapesOfParts.isWorth(text.length);
  const shaped = isWorth ? new ShapeReader(text, shapesOfParts).wholeGroup(MAX_DEPTH) : undefined;
  if (shaped !== undefined) return shaped;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value) || !isWrittenOnce(text, value)) return undefined;
  if (isWorth) shapesOfParts.of("").missed(text, value);
  return value;
}

/** The document of a part, as `parsePart` gives it, with the value that `readQuickly` has read from its text. */
export function documentOfPart({ text, start, index, holder }: Part, value: JsonObject): TextDocument {
  const source = { text, lines: new LineIndex(text, start) };
  return documentOf(source, placedReading(text, value), index, holder);
}
