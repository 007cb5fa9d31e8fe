import type { Path, Range, TextDocument } from "@erp-export-rules/sdk/text";
import type { Position, SelectionRange } from "vscode-languageserver-types";
import type { RuleTestText, RuleText } from "../model.ts";
import { readable } from "./readable.ts";

/** For each position what is selected as the selection grows: a word, its entry, what holds that, and so on to the file. */
export function ruleSelectionRanges(file: RuleText | RuleTestText, positions: readonly Position[]): SelectionRange[] {
  const document = readable(file);
  return positions.map((position) => grow(document, position));
}

function grow(document: TextDocument, position: Position): SelectionRange {
  const spot = document.spotAt(position);
  const here = { start: position, end: position };
  if (spot === undefined) return { range: here };
  const inwards: (Range | undefined)[] = [];
  for (let length = 0; length <= spot.path.length; length++)
    inwards.push(...rangesAt(document, spot.path.slice(0, length)));
  if (spot.part === "key") inwards[inwards.length - 1] = document.keyRange(spot.path);
  let found: SelectionRange | undefined;
  for (const range of inwards) {
    if (range === undefined || (found !== undefined && !isInside(range, found.range))) continue;
    found = found === undefined ? { range } : { range, parent: found };
  }
  return found ?? { range: here };
}

/** An entry with its key, and its value alone. */
function rangesAt(document: TextDocument, path: Path): readonly (Range | undefined)[] {
  const value = document.valueRange(path);
  const key = document.keyRange(path);
  return [key && value && { start: key.start, end: value.end }, value];
}

/** Whether a range lies in another and is not the same. */
function isInside({ start, end }: Range, outer: Range): boolean {
  const before = compare(outer.start, start);
  const after = compare(end, outer.end);
  return before <= 0 && after <= 0 && (before < 0 || after < 0);
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
