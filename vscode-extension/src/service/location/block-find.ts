import { type Frame, pathOf } from "./frame.ts";
import type { Scan } from "./scan.ts";
import type { Word } from "./words.ts";

// What the cursor of a scan stands in, when it stands in a block of YAML.

/** A line without words, in the column of a mapping's keys or of a word that may become one. */
export function findBeside(scan: Scan, frame: Frame): void {
  frame.key = undefined;
  if (frame.kind === "mapping") findKey(scan, frame);
  else findOpen(scan, frame);
}

export function findKey(scan: Scan, mapping: Frame, word?: Word, needsColon = true): void {
  const path = pathAbove(scan, mapping);
  scan.find({ part: "key", style: "block", indent: mapping.column, path, needsColon, mapping }, word);
}

/** @param from where the value may begin: behind the colon */
export function findValue(scan: Scan, mapping: Frame, from: number, word?: Word): void {
  const needsSpace = scan.cursor.character === from;
  scan.find({ part: "value", style: "block", indent: mapping.column, needsSpace }, word);
}

/** A word at the dashes of a list, which lacks its own. */
export function findItem(scan: Scan, list: Frame, word?: Word): void {
  const path = [...pathAbove(scan, list), list.index + 1];
  scan.find({ part: "either", style: "block", indent: list.column, path, isNewItem: true, list }, word);
}

/** What may become a mapping, a list or a word. */
export function findOpen(scan: Scan, opened: Frame, list?: Frame, needsSpace = false, word?: Word): void {
  const path = pathAbove(scan, opened);
  const indent = opened.column;
  scan.find({ part: "either", style: "block", indent, path, needsSpace, mapping: opened, list }, word);
}

function pathAbove({ frames }: Scan, frame: Frame) {
  return pathOf(frames.slice(0, frames.indexOf(frame)));
}
