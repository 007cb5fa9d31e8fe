import type { Finding } from "@erp-export-rules/sdk";
import type { Position, Range } from "@erp-export-rules/sdk/text";
import type { Diagnostic } from "vscode-languageserver-types";
import type { PccoFile, PccoRecord } from "../model.ts";
import { fieldOf } from "./label.ts";

/** What editors ask. Some leave out the diagnostics, or the end of the range. */
export interface CodeActionRequest {
  readonly range: { readonly start: Position; readonly end?: Position };
  readonly only?: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The PCCOs a request is about: those whose lines it touches, and those of the diagnostics it brings along. */
export function recordsAt(file: PccoFile, { range, diagnostics }: CodeActionRequest): readonly PccoRecord[] {
  const { start, end = start } = range;
  const nearest = file.recordAt(start.line);
  const named = new Set(diagnostics.map(({ data }) => fieldOf(data, "index")));
  return file.records.filter(
    (record) =>
      record === nearest || (record.startLine <= end.line && record.endLine > start.line) || named.has(record.index),
  );
}

/** Whether a request is about a finding: its range touches the finding's, or it brings the diagnostic along. */
export function isAsked(
  { ruleId, path }: Finding,
  place: Range,
  { index }: PccoRecord,
  { range: { start, end = start }, diagnostics }: CodeActionRequest,
): boolean {
  if (isInOrder(place.start, end) && isInOrder(start, place.end)) return true;
  return diagnostics.some(
    ({ data }) =>
      fieldOf(data, "index") === index && fieldOf(data, "ruleId") === ruleId && fieldOf(data, "path") === path,
  );
}

/** Whether a position is not behind another. */
function isInOrder(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
