import type { TextDocument } from "@erp-export-rules/sdk/text";
import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import type { RuleTestText, RuleText } from "../model.ts";
import { readable } from "./readable.ts";

/**
 * What can be folded: every entry over several lines, and comments of several lines.
 * @param limit the most ranges the editor takes; the outermost are kept
 */
export function ruleFoldingRanges(file: RuleText | RuleTestText, limit?: number): FoldingRange[] {
  const lines = file.text.split(/\r\n|\n|\r/);
  const byLine = new Map<number, FoldingRange & { readonly depth: number }>();
  const add = (startLine: number, endLine: number, depth: number): void => {
    const known = byLine.get(startLine);
    if (endLine > startLine && (known === undefined || known.endLine < endLine))
      byLine.set(startLine, { startLine, endLine, depth });
  };
  const document = readable(file);
  for (const { start, end, depth } of entriesOf(document)) {
    // A closing bracket on a line of its own stays in sight.
    const closes = /^\s*[\]}]/.test(lines[end] ?? "");
    add(start, closes ? end - 1 : end, depth);
  }
  for (const [start, end] of commentsOf(lines)) add(start, end, 0);
  const found = [...byLine.values()].toSorted((a, b) => a.depth - b.depth);
  return (limit === undefined ? found : found.slice(0, limit))
    .map(({ startLine, endLine }) => ({
      startLine,
      endLine,
      ...(/^\s*#/.test(lines[startLine] ?? "") ? { kind: FoldingRangeKind.Comment } : {}),
    }))
    .toSorted((a, b) => a.startLine - b.startLine);
}

interface Entry {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

function entriesOf(document: TextDocument): readonly Entry[] {
  const found: Entry[] = [];
  const walk = (value: unknown, path: readonly (string | number)[]): void => {
    const range = path.length === 0 ? undefined : document.valueRange(path);
    if (range !== undefined) {
      const start = document.keyRange(path)?.start.line ?? range.start.line;
      found.push({ start, end: range.end.character === 0 ? range.end.line - 1 : range.end.line, depth: path.length });
    }
    if (Array.isArray(value)) for (const [index, item] of value.entries()) walk(item, [...path, index]);
    else if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
  };
  walk(document.value, []);
  return found;
}

function commentsOf(lines: readonly string[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const [line, text] of lines.entries()) {
    if (!/^\s*#/.test(text)) continue;
    const last = found.at(-1);
    if (last !== undefined && last[1] === line - 1) last[1] = line;
    else found.push([line, line]);
  }
  return found;
}
