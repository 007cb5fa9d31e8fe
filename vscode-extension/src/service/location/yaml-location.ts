import type { Position } from "vscode-languageserver-types";
import { BlockScan } from "./block-scan.ts";
import type { Location } from "./location.ts";
import { locationOf, Scan } from "./scan.ts";

/**
 * Where a cursor stands in a YAML text, by its signs and indentation alone: the text need not be valid.
 * @param text one record, or a whole file
 * @param position the cursor in the file
 * @param firstLine the line of the file that `text` begins on
 * @returns `undefined` where nothing can be proposed: in comments and text blocks, behind a finished value, before a word
 */
export function yamlLocation(text: string, position: Position, firstLine = 0): Location | undefined {
  const scan = new Scan(text, { line: position.line - firstLine, character: position.character });
  const block = new BlockScan(scan);
  for (let line = 0; line < scan.lines.length && !scan.isSettled(line); line++) block.read(line);
  return locationOf(scan, firstLine);
}
