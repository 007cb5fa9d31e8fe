import type { TextFormat } from "@erp-export-rules/sdk/text";
import type { Position } from "vscode-languageserver-types";
import type { Location } from "./location.ts";
import { locationAt } from "./location-at.ts";

/** A text without its mark, and where the mark stood. */
export function unmark(marked: string, mark = "|"): { readonly text: string; readonly position: Position } {
  const at = marked.indexOf(mark);
  if (at < 0) throw new RangeError(`no ${mark} in ${JSON.stringify(marked)}`);
  const before = marked.slice(0, at).split(/\r\n|\n|\r/);
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { text: marked.slice(0, at) + marked.slice(at + mark.length), position };
}

/** Where the cursor (`|`, or another mark) of a text stands. */
export function located(marked: string, format: TextFormat, mark?: string): Location | undefined {
  const { text, position } = unmark(marked, mark);
  return locationAt(text, format, position);
}

/** What an accepted completion would replace, as text. */
export function replacedText(marked: string, format: TextFormat, mark?: string): string | undefined {
  const { text, position } = unmark(marked, mark);
  const { replace } = locationAt(text, format, position) ?? {};
  return replace && text.split(/\r\n|\n|\r/)[replace.start.line]?.slice(replace.start.character, replace.end.character);
}
