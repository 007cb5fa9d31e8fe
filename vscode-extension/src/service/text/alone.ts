import type { Range } from "@erp-export-rules/sdk/text";
import { splitLines } from "./lines.ts";

// A PCCO of a list reads by itself once everything around it is blank. Every character left keeps its position.

/** Blanks the bracket that opens the list before an item, and the comma or bracket behind it. */
export function unlisted(text: string, isFirst: boolean): string {
  const opened = isFirst ? text.replace(/^(\uFEFF?[ \t\r\n]*)\[/, "$1 ") : text;
  return opened.replace(/[,\]]([ \t\r\n]*)$/, " $1");
}

/** Blanks everything outside a range. */
export function onlyRange(text: string, { start, end }: Range): string {
  return splitLines(text)
    .map((whole, line) => {
      const first = line < start.line ? whole.length : line === start.line ? start.character : 0;
      const last = line > end.line ? 0 : line === end.line ? end.character : whole.length;
      return `${blank(whole.slice(0, Math.min(first, last)))}${whole.slice(first, last)}${blank(whole.slice(Math.max(first, last)))}`;
    })
    .join("");
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}
