import { lineStarts } from "../document/lines.ts";
import type { ReportRange } from "../generated/types.ts";
import { type Cell, cellsOf } from "./screen.ts";

/** A line of a code frame, its gutter apart so that each can have its colour. */
export interface FrameLine {
  readonly kind: "context" | "marked" | "underline";
  readonly gutter: string;
  readonly text: string;
}

/** The lines of a text, by zero-based number. */
export interface TextLines {
  /** A line without its end; `undefined` when the text has no such line. */
  line(number: number): string | undefined;
}

/**
 * Splits a text into lines as editors do; nothing is copied until a line is asked for.
 * @param firstLine zero-based number of the line `text` begins on, for a text that is a part of a longer one
 */
export function splitLines(text: string, firstLine = 0): TextLines {
  const starts = lineStarts(text);
  return {
    line(number) {
      const start = starts[number - firstLine];
      if (start === undefined) return undefined;
      return text.slice(start, starts[number - firstLine + 1]).replace(/[\r\n]+$/, "");
    },
  };
}

/**
 * Shows where a range stands: its first line with `^^^` under the range, and one line above and below.
 * A line too long for `width` columns is cut around the range, without the lines above and below.
 * Empty when the text has no such line.
 */
export function codeFrame(lines: TextLines, range: ReportRange, width: number): readonly FrameLine[] {
  const number = range.start.line;
  const line = lines.line(number);
  if (line === undefined) return [];
  const digits = String(number + 2).length;
  const gutter = (mark: string, label: string): string => `${mark} ${label.padStart(digits)} | `;
  const room = Math.max(20, width - gutter("", "").length - 1);
  const start = Math.min(range.start.character, line.length);
  const lineEnd = line.trimEnd().length;
  const end = range.end.line === number ? Math.min(range.end.character, line.length) : lineEnd;
  const { text, indent, length, isCut } = cutAround(line, start, end, room);
  const context = (at: number): readonly FrameLine[] => {
    const near = isCut ? undefined : lines.line(at);
    if (near === undefined || near.trim() === "") return [];
    return [{ kind: "context", gutter: gutter(" ", String(at + 1)), text: cutAround(near, 0, 0, room).text }];
  };
  return [
    ...context(number - 1),
    { kind: "marked", gutter: gutter(">", String(number + 1)), text },
    { kind: "underline", gutter: gutter(" ", ""), text: " ".repeat(indent) + "^".repeat(length) },
    ...context(number + 1),
  ];
}

interface Cut {
  readonly text: string;
  /** Columns before the range. */
  readonly indent: number;
  /** Columns of the range, at least one. */
  readonly length: number;
  readonly isCut: boolean;
}

/** The part of a line around `start` to `end` that fits `room` columns. */
function cutAround(line: string, start: number, end: number, room: number): Cut {
  // Only characters near the range can be shown; those of a line of megabytes are not all looked at.
  const from = wholeCharacter(line, Math.max(0, start - 4 * room));
  const to = wholeCharacter(line, Math.min(line.length, start + 4 * room));
  const cells = cellsOf(line.slice(from, to));
  const before = widthOf(cells.filter(({ at }) => from + at < start));
  const marked = widthOf(cells.filter(({ at }) => from + at >= start && from + at < end));
  const total = widthOf(cells);
  if (from === 0 && to === line.length && total <= room) {
    return { text: join(cells), indent: before, length: Math.max(1, marked), isCut: false };
  }
  const lead = Math.max(2, Math.floor((room - marked) / 2));
  const latest = to === line.length ? Math.max(0, total - room) : before;
  const left = Math.max(0, Math.min(before - lead, latest));
  const cutsLeft = from > 0 || left > 0;
  const cutsRight = to < line.length || left + room < total;
  const first = left + (cutsLeft ? 1 : 0);
  const last = left + room - (cutsRight ? 1 : 0);
  const shown = between(cells, first, last);
  const skipped = cutsLeft ? 1 : 0;
  const indent = skipped + widthOf(shown.filter(({ at }) => from + at < start));
  const length = widthOf(shown.filter(({ at }) => from + at >= start && from + at < end));
  return {
    text: `${cutsLeft ? "…" : ""}${join(shown)}${cutsRight ? "…" : ""}`,
    indent,
    length: Math.max(1, length),
    isCut: true,
  };
}

/** The cells that lie within columns `first` to `last`. */
function between(cells: readonly Cell[], first: number, last: number): readonly Cell[] {
  const shown: Cell[] = [];
  let column = 0;
  for (const cell of cells) {
    if (column >= first && column + cell.width <= last) shown.push(cell);
    column += cell.width;
  }
  return shown;
}

/** `at`, or the place before it when that would cut a character in two. */
function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}

function join(cells: readonly Cell[]): string {
  return cells.map(({ text }) => text).join("");
}
