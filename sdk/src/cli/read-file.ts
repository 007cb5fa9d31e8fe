import { readFileSync, statSync } from "node:fs";
import { decodeText } from "../document/encoding.ts";
import { formatOf } from "../document/format.ts";
import { MAX_TEXT_LENGTH } from "../document/limits.ts";
import type { TextFormat } from "../document/text.ts";
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

/** Reads a file whole, at once: a check waits for it anyway, and Node loads less for it. Never throws. */
export function readTextFile(path: string): FileText {
  rememberRead(path);
  try {
    const { size } = statSync(path);
    if (size > mostBytes) return { id: "document/limit", problem: `this file has ${tooLarge}` };
    const bytes = readFileSync(path);
    const decoded = decodeText(bytes);
    if ("problem" in decoded) return { id: "document/syntax", problem: `this file is ${decoded.problem}` };
    return { text: decoded.text, bytes, format: formatOf(path) ?? guessFormat(decoded.text) };
  } catch (error) {
    return { id: "document/file", problem: `this file can't be read: ${reasonOf(error)}` };
  }
}

/**
 * The format of a text without a telling file name: JSON by its first character, NDJSON by a whole object on line one, or
 * on any two lines that follow each other, as no other format has them.
 */
export function guessFormat(text: string): TextFormat {
  const start = text.slice(0, 1000).trimStart()[0];
  const [first = ""] = text.trimStart().split(/\r?\n/, 1);
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
