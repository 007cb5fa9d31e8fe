import type { Path, TextDocument } from "@erp-export-rules/sdk/text";
import type { Position, Range, SelectionRange } from "vscode-languageserver-types";
import type { PccoFile } from "../model.ts";
import { holds } from "./record-lines.ts";

/** What a selection grows to, from each position outwards: the word, its field, the mapping or list around it, the PCCO, the file. */
export function pccoSelectionRanges(file: PccoFile, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const record = file.recordAt(position.line, position.character);
    const last = file.lineCount - 1;
    const whole = { start: { line: 0, character: 0 }, end: { line: last, character: file.lineAt(last).length } };
    let selection: SelectionRange = { range: whole };
    for (const range of outsideIn(record.document(), position)) {
      if (!isWithin(range, selection.range) || isSame(range, selection.range)) continue;
      selection = { range, parent: selection };
    }
    return holds(selection.range, position) ? selection : { range: { start: position, end: position } };
  });
}

/** Ranges around a position, outermost first; nothing where the text can't be read. */
function outsideIn(document: TextDocument, position: Position): readonly Range[] {
  const spot = document.spotAt(position);
  const own = document.valueRange([]);
  if (spot === undefined) return own !== undefined && holds(own, position) ? [own] : [];
  const ranges = spot.path.flatMap((_, index) => rangesOf(document, spot.path.slice(0, index + 1)));
  const word = spot.part === "key" ? document.keyRange(spot.path) : document.valueRange(spot.path);
  return [own, ...ranges, word]
    .filter((range) => range !== undefined && holds(range, position))
    .flatMap((range) => range ?? []);
}

/** A field with its key, and its value alone. */
function rangesOf(document: TextDocument, path: Path): readonly Range[] {
  const key = document.keyRange(path);
  const value = document.valueRange(path);
  if (value === undefined) return [];
  return key === undefined ? [value] : [{ start: key.start, end: value.end }, value];
}

function isWithin(inner: Range, outer: Range): boolean {
  return holds(outer, inner.start) && holds(outer, inner.end);
}

function isSame(a: Range, b: Range): boolean {
  return isWithin(a, b) && isWithin(b, a);
}
