import { type Lines, notUsual } from "./yaml-quick-lines.ts";

const DASH = 0x2d;
const FOLDED = 0x3e;
const LITERAL = 0x7c;

/** Whether a text of several lines begins where the lines stand. */
export function beginsText(lines: Lines): boolean {
  const code = lines.text.charCodeAt(lines.at);
  return code === LITERAL || code === FOLDED;
}

/**
 * Reads a text of several lines behind `|`, `|-`, `>` or `>-`; `tokenEnd` is then where its last line ends.
 * @param column that of the key or dash before it
 */
export function readText(lines: Lines, column: number): string {
  const isFolded = lines.text.charCodeAt(lines.at++) === FOLDED;
  const end = lines.pass(DASH) ? "" : "\n";
  if (!lines.skipToEnd() || !lines.nextRaw() || lines.column <= column) throw notUsual;
  const indent = lines.column;
  let text = "";
  let blank = -1;
  do {
    if (lines.start === lines.end) {
      // How much the text is indented can't be told from a blank line.
      if (blank++ < 0) throw notUsual;
      continue;
    }
    // A line of spaces alone may be blank, or belong to the text.
    if (lines.at === lines.end) throw notUsual;
    if (lines.column < indent) {
      lines.back();
      break;
    }
    // In a folded text, lines further in are not folded, nor are those around them.
    if (isFolded && lines.column > indent) throw notUsual;
    if (blank >= 0) text += isFolded ? "\n".repeat(blank) || " " : "\n".repeat(blank + 1);
    text += lines.text.slice(lines.start + indent, lines.end);
    lines.tokenEnd = lines.end;
    blank = 0;
  } while (lines.nextRaw());
  return text + end;
}
