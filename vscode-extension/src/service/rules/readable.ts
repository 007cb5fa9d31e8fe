import { ruleFileFormat } from "@erp-export-rules/sdk/authoring";
import { parseText, type TextDocument } from "@erp-export-rules/sdk/text";
import type { RuleTestText, RuleText } from "../model.ts";

/** How often lines are left out before a text counts as unreadable. */
const mostAttempts = 4;

const mended = new WeakMap<TextDocument, TextDocument>();

/**
 * A file as a value with places, even while a line of it is half typed: the lines that can't be read are left out. What is
 * left stands where it stands in the text. Its value is `undefined` when too much would have to go.
 */
export function readable(file: RuleText | RuleTestText): TextDocument {
  const { document } = file;
  if (document.value !== undefined) return document;
  const known = mended.get(document) ?? withoutFaultyLines(file);
  mended.set(document, known);
  return known;
}

function withoutFaultyLines({ document, text, file }: RuleText | RuleTestText): TextDocument {
  const format = ruleFileFormat(file);
  const lines = text.split(/(?<=\n|\r(?!\n))/);
  let current = document;
  for (let attempt = 0; attempt < mostAttempts && current.value === undefined; attempt++) {
    // The faults further down mostly follow from the first. It may show only below the line that is half typed.
    const [first] = current.problems;
    const found = lastFilled(lines, first?.range.start.line ?? -1);
    const line = lines[found];
    if (line === undefined) break;
    lines[found] = line.replace(/[^\r\n]/g, " ");
    current = parseText(lines.join(""), { format }).documents[0] ?? document;
  }
  return current;
}

/** The line itself, or the next above it that is not blank. */
function lastFilled(lines: readonly string[], line: number): number {
  for (let at = Math.min(line, lines.length - 1); at >= 0; at--) if (/\S/.test(lines[at] ?? "")) return at;
  return -1;
}
