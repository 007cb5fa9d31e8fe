import type { Cuts, Frame } from "./cut.ts";
import type { Lines } from "./lines.ts";

const OPENING = /^\uFEFF?[ \t]*\[[ \t\r\n]*$/;
const BLANK = /^\uFEFF?[ \t\r\n]*$/;

/**
 * Cuts a JSON list whose items begin on lines of their own, indented like the first line below the opening bracket.
 * `undefined` when the text does not look so.
 *
 * Each part is read with a bracket before it and an empty item behind it, so that it must end with a comma. When all
 * parts can be read, the text as a whole is valid JSON and holds just these items.
 */
export function cutJson(lines: Lines): Cuts | undefined {
  const bracket = nextWritten(lines, 0);
  const opening = lines.whole(bracket);
  if (!OPENING.test(opening)) return undefined;
  const first = nextWritten(lines, bracket + 1);
  const indentation = /^[ \t]*/.exec(lines.whole(first))?.[0] ?? "";
  const sign = `${indentation}{`;
  const starts = [0];
  for (let line = first + 1; line < lines.count; line++) if (lines.whole(line).startsWith(sign)) starts.push(line);
  if (starts.length < 2) return undefined;
  const frames = new Array<Frame>(starts.length).fill(itemFrame("[\n", sign));
  frames[0] = { ...itemFrame("", sign), startsList: true };
  frames[starts.length - 1] = { ...itemFrame("[\n", ""), tail: "" };
  return { starts, frames, opening: { line: bracket, character: opening.indexOf("[") } };
}

/** @param sign what the next item begins with */
function itemFrame(head: string, sign: string): Frame {
  return { head, tail: `${sign}}]`, borrowed: sign.length, startsList: false };
}

/** The first line from here that is not blank, or the one past the last. */
function nextWritten(lines: Lines, from: number): number {
  let line = from;
  while (line < lines.count && BLANK.test(lines.whole(line))) line++;
  return line;
}
