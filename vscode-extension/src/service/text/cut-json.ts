import type { Cut, Cuts } from "./cut.ts";
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
  const last = starts.length - 1;
  const cuts = starts.map(
    (from, index): Cut => ({
      from,
      to: starts[index + 1] ?? lines.count,
      head: index === 0 ? "" : "[\n",
      tail: index === last ? "" : `${sign}}]`,
      borrowed: index === last ? 0 : sign.length,
      startsList: index === 0,
    }),
  );
  return { cuts, opening: { line: bracket, character: opening.indexOf("[") } };
}

/** The first line from here that is not blank, or the one past the last. */
function nextWritten(lines: Lines, from: number): number {
  let line = from;
  while (line < lines.count && BLANK.test(lines.whole(line))) line++;
  return line;
}
