import type { Position } from "@erp-export-rules/sdk/text";
import { splitLines } from "./lines.ts";

/** Turns offsets, which must come in order, into positions. */
export function positionsIn(text: string): (offset: number) => Position {
  const lines = splitLines(text);
  let line = 0;
  let start = 0;
  return (offset) => {
    while (line < lines.length - 1 && offset >= start + (lines[line]?.length ?? 0)) start += lines[line++]?.length ?? 0;
    return { line, character: offset - start };
  };
}
