import type { RuleProblem } from "@erp-export-rules/sdk/authoring";
import type { Range } from "@erp-export-rules/sdk/text";
import type { TextEdit } from "vscode-languageserver-types";

/** The edit that mends a slip of the pen: the word probably meant in place of the one that is not known, or missing quotes. */
export function slipEdit(
  { message }: RuleProblem,
  place: Range,
  text: string,
): { readonly title: string; readonly edits: readonly TextEdit[] } | undefined {
  const { start, end } = place;
  if (start.line !== end.line) return undefined;
  const found = (text.split(/\r\n|\n|\r/)[start.line] ?? "").slice(start.character, end.character);
  const meant = /Did you mean "([^"]+)"\?$/.exec(message)?.[1];
  if (meant !== undefined) return replaced(found, meant, message, place);
  if (!/\bin quotes\.?$/i.test(message) || /^["']/.test(found) || found.includes('"')) return undefined;
  return { title: `Write ${found} in quotes`, edits: [{ range: place, newText: `"${found}"` }] };
}

function replaced(found: string, meant: string, message: string, { start, end }: Range) {
  // Of the words that the message puts in quotes, the one that stands here is the one that is not known.
  const words = [...message.matchAll(/"([^"]+)"|\{([A-Za-z]+)\}/g)].map(([, quoted, braced]) => quoted ?? braced ?? "");
  const wrong = words.slice(0, -1).findLast((word) => found.includes(word));
  const at = wrong === undefined ? -1 : found.indexOf(wrong);
  if (wrong === undefined || at < 0) return undefined;
  const first = { ...start, character: start.character + at };
  const range = { start: first, end: { ...end, character: first.character + wrong.length } };
  return { title: `Change "${wrong}" to "${meant}"`, edits: [{ range, newText: meant }] };
}
