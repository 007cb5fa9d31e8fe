import { type Range, valueAt } from "@erp-export-rules/sdk/text";
import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import type { PccoFile, PccoRecord } from "../model.ts";
import { innerPcco } from "./inner-path.ts";
import { labelOf } from "./label.ts";

/** Most symbols of a file: editors draw them all, and slowly. */
export const mostSymbols = 5_000;

/** The PCCOs of a file by number and title, each with its lines. Lines are left out first where there are too many. */
export function pccoSymbols(file: PccoFile): DocumentSymbol[] {
  const records = file.records.slice(0, mostSymbols);
  let left = mostSymbols - records.length;
  return records.map((record) => {
    const symbol = symbolOf(record, file);
    const lines = (symbol.children ?? []).slice(0, left);
    left -= lines.length;
    return { ...symbol, children: lines };
  });
}

interface Made {
  readonly symbol: DocumentSymbol;
  readonly index: number;
  readonly startLine: number;
}

/** A PCCO that no edit touches keeps its symbols; only their lines move. */
const made = new WeakMap<PccoRecord, Made>();

function symbolOf(record: PccoRecord, file: PccoFile): DocumentSymbol {
  const { index, startLine } = record;
  const known = made.get(record);
  const symbol =
    known === undefined || known.index !== index
      ? newSymbol(record, file)
      : known.startLine === startLine
        ? known.symbol
        : moved(known.symbol, startLine - known.startLine);
  if (symbol !== known?.symbol) made.set(record, { symbol, index, startLine });
  return symbol;
}

function newSymbol(record: PccoRecord, file: PccoFile): DocumentSymbol {
  const document = record.document();
  const { value, path } = innerPcco(document.value);
  const range = document.valueRange([]) ?? linesRange(record, file);
  const name = labelOf(value, record.index);
  const lines = valueAt(value, ["line_items"]);
  return {
    name,
    ...detailOf(document.value === undefined ? "can't be read" : valueAt(value, ["status"])),
    kind: SymbolKind.Object,
    range,
    selectionRange: { start: range.start, end: firstLineEnd(range, file) },
    children: (Array.isArray(lines) ? lines : []).flatMap((line: unknown, index) => {
      const place = document.valueRange([...path, "line_items", index]);
      if (place === undefined) return [];
      const selectionRange = { start: place.start, end: firstLineEnd(place, file) };
      const label = labelOfLine(line, index);
      return [
        { name: label, ...detailOf(valueAt(line, ["amount"])), kind: SymbolKind.Field, range: place, selectionRange },
      ];
    }),
  };
}

function labelOfLine(line: unknown, index: number): string {
  const description = valueAt(line, ["description"]);
  return typeof description === "string" && description.trim() !== ""
    ? `Line ${index + 1} ${description}`
    : `Line ${index + 1}`;
}

function detailOf(value: unknown): { readonly detail?: string } {
  return typeof value === "string" || typeof value === "number" ? { detail: String(value) } : {};
}

function linesRange({ startLine, endLine }: PccoRecord, file: PccoFile): Range {
  const last = Math.max(startLine, endLine - 1);
  return { start: { line: startLine, character: 0 }, end: { line: last, character: file.lineAt(last).length } };
}

function firstLineEnd({ start, end }: Range, file: PccoFile): Range["end"] {
  return start.line === end.line
    ? end
    : { line: start.line, character: Math.max(start.character, file.lineAt(start.line).length) };
}

function moved(symbol: DocumentSymbol, by: number): DocumentSymbol {
  const { range, selectionRange, children } = symbol;
  return {
    ...symbol,
    range: movedRange(range, by),
    selectionRange: movedRange(selectionRange, by),
    ...(children === undefined ? {} : { children: children.map((child) => moved(child, by)) }),
  };
}

function movedRange({ start, end }: Range, by: number): Range {
  return { start: { ...start, line: start.line + by }, end: { ...end, line: end.line + by } };
}

export { workspaceSymbols } from "./workspace-symbols.ts";
