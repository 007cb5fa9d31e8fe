import type { Position } from "vscode-languageserver-types";
import { FlowScan } from "./flow-scan.ts";
import type { Location } from "./location.ts";
import { locationOf, Scan } from "./scan.ts";

/**
 * Where a cursor stands in a JSON text, by its signs alone: the text need not be valid, and may be nested as deep as it likes.
 * @param text one record, or a whole file
 * @param position the cursor in the file
 * @param firstLine the line of the file that `text` begins on
 * @returns `undefined` where nothing can be proposed: behind a finished value
 */
export function jsonLocation(text: string, position: Position, firstLine = 0): Location | undefined {
  const scan = new Scan(text, { line: position.line - firstLine, character: position.character });
  const flow = new FlowScan(scan, "json");
  for (let line = 0; line < scan.lines.length && !scan.isSettled(line); line++) flow.read(line, 0);
  return locationOf(scan, firstLine);
}
