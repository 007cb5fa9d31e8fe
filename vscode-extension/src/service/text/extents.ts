import type { Range, TextDocument } from "@erp-export-rules/sdk/text";

/** The lines a PCCO stands on: from, and the one after its last. */
export type Extent = readonly [number, number];

/** Where a document stands, or its first fault. */
export function rangeOf(document: TextDocument): Range | undefined {
  return document.valueRange([]) ?? document.problems[0]?.range;
}

/**
 * The lines of each of several documents that were read from one text. Together they are all lines; they overlap where
 * two documents stand on one line.
 * @param above how many lines of what was read are not counted
 * @param count how many lines there are
 */
export function extentsOf(documents: readonly TextDocument[], above: number, count: number): readonly Extent[] {
  const ranges = documents.map(rangeOf);
  if (ranges.length === 1) return [[0, count]];
  let from = 0;
  const starts = ranges.map((range, position) => {
    if (position > 0 && range !== undefined) from = range.start.line - above;
    return from;
  });
  return ranges.map((range, position) => {
    const first = starts[position] ?? 0;
    const end = range === undefined ? first : range.end.line - above + Math.sign(range.end.character);
    return [first, position === ranges.length - 1 ? count : Math.max(first + 1, end, starts[position + 1] ?? 0)];
  });
}
