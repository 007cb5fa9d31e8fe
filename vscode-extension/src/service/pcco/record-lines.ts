import type { Position, Range } from "vscode-languageserver-types";
import type { PccoFile, PccoRecord } from "../model.ts";

/** Whether a range holds a position, or ends there. */
export function holds({ start, end }: Range, position: Position): boolean {
  return !isBefore(position, start) && !isBefore(end, position);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** The lines of a PCCO as they stand in the file; what else stands on them is left there. */
export function linesOf(file: PccoFile, { startLine, endLine }: PccoRecord): string {
  const lines: string[] = [];
  for (let line = startLine; line < endLine; line++) lines.push(file.lineAt(line));
  return lines.join("\n");
}
