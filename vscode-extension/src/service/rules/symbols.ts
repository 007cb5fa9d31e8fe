import { type Path, type TextDocument, valueAt } from "@erp-export-rules/sdk/text";
import { type DocumentSymbol, type Range, SymbolKind } from "vscode-languageserver-types";
import type { RuleTestText, RuleText } from "../model.ts";
import { readable } from "./readable.ts";

/** The sections of a file: what their entries are, and the key that says what people call one. */
const sections = new Map<string, readonly [kind: SymbolKind, label?: string]>(
  Object.entries({
    sources: [SymbolKind.Package, "title"],
    features: [SymbolKind.Boolean, "title"],
    fields: [SymbolKind.Field, "label"],
    rules: [SymbolKind.Function, "title"],
    overrides: [SymbolKind.Function, "because"],
    roles: [SymbolKind.Class, "label"],
    states: [SymbolKind.EnumMember, "label"],
    lifecycle: [SymbolKind.Event, "label"],
    documents: [SymbolKind.Object, "title"],
    contexts: [SymbolKind.Object],
    variants: [SymbolKind.Object, "of"],
    actors: [SymbolKind.Class],
    matrix: [SymbolKind.Array],
    cases: [SymbolKind.Method],
  }),
);

/** The outline of a rule file or a rule test file: its sections, and in them rules, fields, events, cases. */
export function ruleSymbols(file: RuleText | RuleTestText): DocumentSymbol[] {
  const document = readable(file);
  return Object.entries(Object(document.value)).flatMap(([section, entries]) => {
    const [kind, label] = sections.get(section) ?? [];
    const ranges = rangesOf(document, [section]);
    if (ranges === undefined || kind === undefined) return [];
    return [
      {
        name: section,
        kind: SymbolKind.Namespace,
        ...ranges,
        children: childrenOf(document, section, entries, kind, label),
      },
    ];
  });
}

function childrenOf(
  document: TextDocument,
  section: string,
  entries: unknown,
  kind: SymbolKind,
  label: string | undefined,
): DocumentSymbol[] {
  const steps = Array.isArray(entries) ? [...entries.keys()] : Object.keys(Object(entries));
  return steps.flatMap((step) => {
    const path = [section, step];
    const ranges = rangesOf(document, path);
    const own = typeof step === "number" ? valueAt(document.value, [...path, "name"]) : step;
    const detail = label === undefined ? undefined : valueAt(document.value, [...path, label]);
    const name = typeof own === "string" && own.trim() !== "" ? own : `${section} ${Number(step) + 1}`;
    return ranges === undefined ? [] : [{ name, kind, ...ranges, ...(typeof detail === "string" ? { detail } : {}) }];
  });
}

function rangesOf(
  document: TextDocument,
  path: Path,
): { readonly range: Range; readonly selectionRange: Range } | undefined {
  const value = document.valueRange(path);
  const key = document.keyRange(path) ?? document.keyRange([...path, "name"]);
  if (value === undefined) return undefined;
  if (key === undefined) return { range: value, selectionRange: value };
  const isBefore =
    key.start.line < value.start.line ||
    (key.start.line === value.start.line && key.start.character < value.start.character);
  return { range: { start: isBefore ? key.start : value.start, end: value.end }, selectionRange: key };
}
