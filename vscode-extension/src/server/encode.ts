import type { PositionEncoding } from "./capabilities.ts";

/** Gives a line of a text; `undefined` when the text is not at hand. */
export type LineOf = (uri: string, line: number) => string | undefined;

/** Which way to count. */
export interface Direction {
  readonly encoding: PositionEncoding;
  readonly to: "editor" | "server";
}

/**
 * Counts the characters of every position in a message anew: from UTF-16 units to what the editor counts in, or back. A
 * position belongs to the text that the nearest `uri` around it names.
 * @param uri the text that positions belong to where nothing else is said
 */
export function recounted<T>(message: T, uri: string, direction: Direction, lineOf: LineOf): T {
  if (direction.encoding === "utf-16") return message;
  const copy = structuredClone(message);
  recount(copy, uri, direction, lineOf);
  return copy;
}

function recount(value: unknown, uri: string, direction: Direction, lineOf: LineOf): void {
  if (Array.isArray(value)) for (const item of value) recount(item, uri, direction, lineOf);
  if (!isObject(value) || Array.isArray(value)) return;
  const { line, character } = value;
  if (typeof line === "number" && typeof character === "number") {
    const text = lineOf(uri, line);
    if (text !== undefined) value["character"] = count(text, character, direction);
    return;
  }
  const own = uriOf(value) ?? uri;
  for (const [key, part] of Object.entries(value)) recount(part, isUri(key) ? key : own, direction, lineOf);
}

function uriOf(value: Readonly<Record<string, unknown>>): string | undefined {
  const { uri, targetUri, textDocument } = value;
  if (typeof targetUri === "string") return targetUri;
  if (typeof uri === "string") return uri;
  return isObject(textDocument) && typeof textDocument["uri"] === "string" ? textDocument["uri"] : undefined;
}

/** The edits of a `changes` map stand under the URIs they belong to. */
function isUri(key: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/?/i.test(key);
}

function count(text: string, character: number, { encoding, to }: Direction): number {
  return to === "editor" ? units(text.slice(0, character), encoding) : unitsBack(text, character, encoding);
}

function units(text: string, encoding: PositionEncoding): number {
  let sum = 0;
  for (const letter of text) sum += width(letter, encoding);
  return sum;
}

/** The UTF-16 position behind so many units of another counting; inside a letter means before it. */
function unitsBack(text: string, wanted: number, encoding: PositionEncoding): number {
  let [sum, at] = [0, 0];
  for (const letter of text) {
    sum += width(letter, encoding);
    if (sum > wanted) break;
    at += letter.length;
  }
  return at;
}

function width(letter: string, encoding: PositionEncoding): number {
  if (encoding === "utf-32") return 1;
  if (encoding === "utf-16") return letter.length;
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
