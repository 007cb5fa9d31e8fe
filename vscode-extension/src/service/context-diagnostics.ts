import { readContextText } from "@erp-export-rules/sdk/authoring";
import type { Diagnostic } from "vscode-languageserver-types";

const firstLine = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The faults of a context file, each at its place. */
export function contextDiagnostics(uri: string, text: string): Diagnostic[] {
  const read = readContextText(text, uri.toLowerCase().endsWith(".json") ? "json" : "yaml");
  if ("context" in read) return [];
  return read.problems.map(({ message, range = firstLine }) => ({
    range,
    severity: 1,
    code: "document/context",
    source: "erp-export-rules",
    message,
  }));
}
