import { lineEnd, lineStart, replaced, type TextEdit } from "./edit-span.ts";
import type { YamlStyle } from "./edit-yaml-style.ts";
import { type Collection, commentAt, endOf, type Slot } from "./edit-yaml-tree.ts";

/** Puts a written member or item before position `at` of a flow collection that is not empty. */
export function insertFlow(text: string, style: YamlStyle, into: Collection, at: number, written: string): TextEdit {
  const { slots, commas } = into;
  const next = slots[at];
  const last = slots.at(-1);
  if (last === undefined) return replaced(into.open, into.open, written);
  const spread = startsLine(text, last.start) && lineEnd(text, last.start) < into.close;
  const line = style.eol + text.slice(lineStart(text, last.start), last.start);
  const second = slots[1];
  const gap = second === undefined ? " " : text.slice((commas[0] ?? 0) + 1, second.start);
  const space = spread ? line : /^ *$/.test(gap) ? gap : " ";
  if (next !== undefined) return replaced(next.start, next.start, `${written},${space}`);

  const comma = commas[slots.length - 1];
  const end = comma === undefined ? endOf(text, last) : comma + 1;
  // A comment beside the last member stays beside it.
  const comment = spread ? commentAt(text, end) : "";
  const before = comma === undefined ? "," : "";
  const after = comma === undefined ? "" : ",";
  return replaced(end, end + comment.length, before + comment + space + written + after);
}

/** Takes a member or item out of a flow collection, with one comma and the comment beside it. */
export function removeFlow(text: string, style: YamlStyle, from: Collection, slot: Slot): TextEdit {
  const { slots, commas, open, close } = from;
  const index = slots.indexOf(slot);
  const previous = slots[index - 1];
  const next = slots[index + 1];
  const comma = commas[index];
  if (next !== undefined && comma !== undefined) {
    let end = comma + 1 + commentAt(text, comma + 1).length;
    while (/\s/.test(text.charAt(end))) end++;
    return replaced(slot.start, end, "");
  }
  const slotEnd = endOf(text, slot);
  if (previous === undefined) {
    if (!text.slice(open, close).includes("#")) return replaced(open, close, "");
    return replaced(slot.start, comma === undefined ? slotEnd : comma + 1, "");
  }
  const comment = commentAt(text, comma === undefined ? slotEnd : comma + 1);
  const end = comment === "" ? slotEnd : (comma === undefined ? slotEnd : comma + 1) + comment.length;
  const previousEnd = endOf(text, previous);
  const separator = commas[index - 1] ?? previousEnd;
  // What stands between the two members are spaces, the comma and perhaps comments, which stay.
  const between = text.slice(previousEnd, separator) + text.slice(separator + 1, slot.start);
  const kept = between.includes("#") ? between.trimEnd() : "";
  const eol = kept !== "" && lineEnd(text, end) !== end ? style.eol : "";
  const trailing = comment !== "" && comma !== undefined ? "," : "";
  return kept === "" ? replaced(previousEnd, end, trailing) : replaced(previousEnd, end, trailing + kept + eol);
}

function startsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === "";
}
