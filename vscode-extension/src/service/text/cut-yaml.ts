import type { Cut } from "./cut.ts";
import { cutAt } from "./cut.ts";
import type { Lines } from "./lines.ts";

const SPACE = 0x20;
const PERCENT = 0x25;
const DASH = 0x2d;
const DOT = 0x2e;
const BYTE_ORDER_MARK = 0xfeff;

const SEPARATOR = /^\uFEFF?---[ \t]*(?:[ \t]#.*)?[\r\n]*$/;
/** Lines with which a text is cut only by reading it: directives, the end of a document, content on the line of a separator. */
const ODD = /^\uFEFF?(?:%|\.\.\.(?:[ \t\r\n]|$)|---[ \t])/;
const BLANK = /^\uFEFF?[ \t]*(?:#.*)?[\r\n]*$/;
const ITEM = /^\uFEFF?( *)-(?:[ \t\r\n]|$)/;

/** For a document that is not a list. */
const NO_COLUMN = -1;

/**
 * Cuts a YAML text into its documents, and those that are lists into their items. `undefined` when only reading it
 * tells where they begin.
 */
export function cutYaml(lines: Lines): readonly Cut[] | undefined {
  const starts: number[] = [];
  const lists = new Set<number>();
  let separator = 0;
  /** Where the dashes of the current document stand; `undefined` before its first line of content. */
  let column: number | undefined;
  for (let line = 0; line < lines.count; line++) {
    const text = lines.whole(line);
    const sign = text.charCodeAt(0);
    if (sign === DASH || sign === PERCENT || sign === DOT || sign === BYTE_ORDER_MARK) {
      if (SEPARATOR.test(text)) {
        separator = line;
        column = undefined;
        continue;
      }
      if (ODD.test(text)) return undefined;
    }
    if (column === undefined) {
      if (BLANK.test(text)) continue;
      column = ITEM.exec(text)?.[1]?.length ?? NO_COLUMN;
      lists.add(separator);
      starts.push(separator);
    } else if (column !== NO_COLUMN && isItem(text, column)) starts.push(line);
  }
  return cutAt(starts, lines.count).map(([from, to], index) => {
    return { from, to, head: "", tail: "", startsList: index === 0 || lists.has(from) };
  });
}

/** Whether a line begins with a dash in a column. Asked of every line at every edit. */
function isItem(text: string, column: number): boolean {
  if (text.charCodeAt(column) !== DASH) return false;
  for (let at = 0; at < column; at++) if (text.charCodeAt(at) !== SPACE) return false;
  const next = text.charCodeAt(column + 1);
  return next <= SPACE || Number.isNaN(next);
}
