import type { TextEdit as OffsetEdit, Position } from "@erp-export-rules/sdk/text";
import type { TextEdit } from "vscode-languageserver-types";
import { splitLines } from "../text/lines.ts";

/** Edits by offsets as edits by lines and characters. */
export function rangeEdits(text: string, edits: readonly OffsetEdit[]): TextEdit[] {
  const lines = splitLines(text);
  return edits.map(({ start, end, newText }) => ({
    range: { start: positionAt(lines, start), end: positionAt(lines, end) },
    newText,
  }));
}

function positionAt(lines: readonly string[], offset: number): Position {
  let rest = offset;
  for (const [line, { length }] of lines.entries()) {
    if (rest < length || line === lines.length - 1) return { line, character: rest };
    rest -= length;
  }
  return { line: 0, character: 0 };
}
