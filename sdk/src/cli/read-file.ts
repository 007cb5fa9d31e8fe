import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { decodeText } from "../document/encoding.ts";
import { formatOf } from "../document/format.ts";
import { MAX_TEXT_LENGTH } from "../document/limits.ts";
import type { TextFormat } from "../document/text.ts";
import { pipesRead } from "./pipes-read.ts";
import { rememberRead } from "./read-so-far.ts";
import { reasonOf } from "./reason-of.ts";

/** A file read as text, or why it can't be. */
export type FileText =
  | { readonly text: string; readonly bytes: Uint8Array; readonly format: TextFormat }
  | { readonly problem: string; readonly id: "document/file" | "document/limit" | "document/syntax" };

/** A UTF-8 text has at most three bytes for each UTF-16 unit, so a larger file is over the limit for certain. */
export const mostBytes = MAX_TEXT_LENGTH * 3;

/** What is said of a file that has more. */
export const tooLarge = `more than ${mostBytes / 2 ** 20} MiB, the most that is read as one text. Split it into several files, or write one PCCO a line (NDJSON)`;

/** What is said of a device, or of a pipe that nobody typed: reading it may never end. */
export const notOrdinary = "is not an ordinary file, but a device or a pipe";

/** What a shell puts in the place of `<(…)`, and standard input as a path. */
export const openPipe = /^\/dev\/(stdin|fd\/\d+)$|^\/proc\/(self|\d+)\/fd\/\d+$/;

/** The bytes of a pipe that are read at a time. */
const pieceOfPipe = 65_536;

/**
 * Reads a file whole, at once: a check waits for it anyway, and Node loads less for it. Never throws.
 * @param isTyped whether the path was typed, so that it may be the pipe of a `<(…)`
 */
export function readTextFile(path: string, isTyped = false): FileText {
  rememberRead(path);
  try {
    const status = statSync(path);
    if (status.size > mostBytes) return { id: "document/limit", problem: `this file has ${tooLarge}` };
    const isPipe = isTyped && status.isFIFO() && openPipe.test(path);
    if (!status.isFile() && !status.isDirectory() && !isPipe)
      return { id: "document/file", problem: `this file ${notOrdinary}` };
    const known = isPipe ? pipesRead().get(path) : undefined;
    const isPiecewise = isPipe || (status.isFile() && status.size === 0);
    const bytes = known ?? (isPiecewise ? readPiecewise(path) : readFileSync(path));
    if (bytes === undefined) return { id: "document/limit", problem: `this file has ${tooLarge}` };
    if (isPipe) pipesRead().set(path, bytes);
    const decoded = decodeText(bytes);
    if ("problem" in decoded) return { id: "document/syntax", problem: `this file is ${decoded.problem}` };
    return { text: decoded.text, bytes, format: formatOf(path) ?? guessFormat(decoded.text) };
  } catch (error) {
    return { id: "document/file", problem: `this file can't be read: ${reasonOf(error)}` };
  }
}

/** The bytes of what does not tell its size; `undefined` when they are too many. */
function readPiecewise(path: string): Uint8Array | undefined {
  const descriptor = openSync(path, "r");
  try {
    const pieces: Uint8Array[] = [];
    for (let length = 0; length <= mostBytes; ) {
      const piece = Buffer.alloc(pieceOfPipe);
      const count = readSync(descriptor, piece);
      if (count === 0) return Buffer.concat(pieces);
      pieces.push(piece.subarray(0, count));
      length += count;
    }
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}

/**
 * The format of a text without a telling file name: JSON by its first character, NDJSON by a whole object on line one, or
 * on any two lines that follow each other, as no other format has them.
 */
export function guessFormat(text: string): TextFormat {
  const start = text.slice(0, 1000).trimStart()[0];
  const [first = ""] = text.trimStart().split(/\r\n|\n|\r/, 1);
  const hasMore = /\S/.test(text.trimStart().slice(first.length));
  if (hasMore && ((start === "{" && isJson(first)) || hasTwoObjects(text))) return "ndjson";
  return start === "[" || start === "{" ? "json" : "yaml";
}

/** As much of a text as is looked at for lines that are objects. */
export const mostLookedAt = 100_000;

/** Whether two lines that follow each other are objects. */
export function hasTwoObjects(text: string): boolean {
  const lines = text.slice(0, mostLookedAt).split(/[\r\n]+/);
  const areObjects = lines.filter((line) => /\S/.test(line)).map((line) => line.startsWith("{") && isJson(line));
  return areObjects.some((isObject, index) => isObject && areObjects[index + 1] === true);
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
