// What the tests of completion in PCCO files share.
import type { TextFormat } from "@erp-export-rules/sdk/text";
import type { CompletionItem } from "vscode-languageserver-types";
import { unmark } from "../location/testing.ts";
import type { SurroundingsOf } from "../model.ts";
import { always, emptyProject, marked } from "../testing.ts";
import { pccoCompletion } from "./completion.ts";

/** Where the cursor stands. */
export const mark = "¦";

/** What is offered at the mark. */
export function complete(
  text: string,
  format: TextFormat,
  snippets = false,
  of: SurroundingsOf = always(),
): CompletionItem[] {
  const { file, position } = marked(text, format, mark);
  return pccoCompletion(file, position, of, emptyProject, { snippets }).items;
}

/** The labels of what is offered there. */
export function labels(text: string, format: TextFormat): string[] {
  return complete(text, format).map(({ label }) => label);
}

/** The text after an item is accepted, as the editor makes it. */
export function accept(text: string, label: string, format: TextFormat, snippets = false): string {
  const item = complete(text, format, snippets).find((each) => each.label === label);
  if (item?.textEdit === undefined || !("range" in item.textEdit)) throw new RangeError(`${label} is not offered`);
  const { text: unmarked } = unmark(text, mark);
  const lines = unmarked.split("\n");
  const edits = [item.textEdit, ...(item.additionalTextEdits ?? [])].sort(
    (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
  );
  for (const { range, newText } of edits) {
    const line = lines[range.start.line] ?? "";
    lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
  }
  return lines.join("\n");
}
