import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import type { PccoFile } from "../model.ts";

/** Most foldable stretches of a file, unless the editor names another number. */
const mostFolds = 5_000;

interface Fold extends FoldingRange {
  readonly depth: number;
}

/**
 * What can be folded: PCCOs, lists and mappings over several lines, and comments. By signs and indentation alone, so that
 * half-typed text folds, too. Where there are too many, the outermost stay.
 */
export function pccoFoldingRanges(file: PccoFile, limit = mostFolds): FoldingRange[] {
  const folds = file.format === "yaml" ? foldsByIndentation(file) : foldsByBrackets(file);
  const kept = folds.length <= limit ? folds : outermost(folds, limit);
  return kept
    .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine)
    .map(({ startLine, endLine, kind }) => ({ startLine, endLine, ...(kind === undefined ? {} : { kind }) }));
}

function outermost(folds: readonly Fold[], limit: number): Fold[] {
  return [...folds].sort((a, b) => a.depth - b.depth).slice(0, Math.max(limit, 0));
}

function foldsByIndentation(file: PccoFile): Fold[] {
  const folds: Fold[] = [];
  const open: { column: number; line: number }[] = [];
  let last = 0;
  let comments = 0;
  const close = (column: number): void => {
    for (let top = open.at(-1); top !== undefined && top.column >= column; top = open.at(-1)) {
      open.pop();
      if (last > top.line) folds.push({ startLine: top.line, endLine: last, depth: open.length });
    }
  };
  const endComments = (line: number): void => {
    if (comments > 1) {
      const kind = FoldingRangeKind.Comment;
      folds.push({ startLine: line - comments, endLine: line - 1, kind, depth: open.length });
    }
    comments = 0;
  };
  for (let line = 0; line < file.lineCount; line++) {
    const text = file.lineAt(line);
    const column = text.search(/\S/);
    if (text[column] === "#") {
      comments++;
      continue;
    }
    endComments(line);
    if (column < 0) continue;
    // The dashes of a list may stand below the key they belong to.
    const deep = /^-(\s|$)/.test(text.slice(column, column + 2)) ? column + 0.5 : column;
    close(/^(---|\.\.\.)(\s|$)/.test(text) ? 0 : deep);
    open.push({ column: deep, line });
    last = line;
  }
  endComments(file.lineCount);
  close(0);
  return folds;
}

function foldsByBrackets(file: PccoFile): Fold[] {
  const folds: Fold[] = [];
  const open: number[] = [];
  for (let line = 0; line < file.lineCount; line++) {
    // Texts end with their line at the latest, so one that is left open spoils no more than it.
    for (const [sign] of file.lineAt(line).matchAll(/"(?:[^"\\]|\\.)*"?|[{}[\]]/g)) {
      if (sign === "{" || sign === "[") open.push(line);
      else if (sign === "}" || sign === "]") {
        const startLine = open.pop();
        // The line of the closing bracket stays to be seen.
        if (startLine !== undefined && line - 1 > startLine)
          folds.push({ startLine, endLine: line - 1, depth: open.length });
      }
    }
  }
  return folds;
}
