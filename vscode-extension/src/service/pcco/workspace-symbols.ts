import { valueAt } from "@erp-export-rules/sdk/text";
import { SymbolKind, type WorkspaceSymbol } from "vscode-languageserver-types";
import type { Project, RuleText, Sample } from "../model.ts";

/** Most symbols of one answer. */
const mostFound = 500;

/** The PCCOs of a folder by number and title, and its rules by id, whose letters hold those of a query in its order. */
export function workspaceSymbols(project: Project, query: string): WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = [];
  for (const symbol of symbolsOf(project)) {
    if (found.length >= mostFound) break;
    if (isFoundBy(symbol.name, query)) found.push(symbol);
  }
  return found;
}

function* symbolsOf({ ruleTexts, samples }: Project): Generator<WorkspaceSymbol> {
  for (const ruleText of ruleTexts) yield* rulesOf(ruleText);
  for (const sample of samples) yield* pccosOf(sample);
}

function* rulesOf({ uri, file, document }: RuleText): Generator<WorkspaceSymbol> {
  for (const section of ["rules", "overrides"]) {
    const rules = valueAt(document.value, [section]);
    for (const id of Object.keys(typeof rules === "object" && rules !== null ? rules : {})) {
      const range = document.keyRange([section, id]);
      if (range !== undefined)
        yield { name: id, kind: SymbolKind.Function, location: { uri, range }, containerName: file };
    }
  }
}

function* pccosOf({ uri, file, records }: Sample): Generator<WorkspaceSymbol> {
  for (const { label, startLine } of records) {
    const start = { line: startLine, character: 0 };
    yield {
      name: label,
      kind: SymbolKind.Object,
      location: { uri, range: { start, end: start } },
      containerName: file,
    };
  }
}

function isFoundBy(name: string, query: string): boolean {
  const letters = name.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase()) {
    if (letter === " ") continue;
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
