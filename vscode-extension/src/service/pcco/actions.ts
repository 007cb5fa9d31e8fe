import type { DocumentEdit } from "@erp-export-rules/sdk";
import type { TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { PccoFile, PccoRecord } from "../model.ts";

/** Whether an editor that asks only for some kinds asks for this one; `source` means all kinds below it. */
export function wants(only: readonly string[] | undefined, kind: string): boolean {
  if (only === undefined || only.length === 0) return true;
  return only.some((each) => each === "" || kind === each || kind.startsWith(`${each}.`));
}

/** Edits of a file as it is in this version. */
export function editOf({ uri, version }: PccoFile, edits: TextEdit[]): WorkspaceEdit {
  return { documentChanges: [{ textDocument: { uri, version }, edits }] };
}

/** The edits as edits of the text; `undefined` where its layout does not allow them. */
export function textEditsOf(record: PccoRecord, edits: readonly DocumentEdit[]): TextEdit[] | undefined {
  try {
    return record.textEdits(edits).map(({ range, newText }) => ({ range, newText }));
  } catch {
    // The reasons are worded for those who call with edits of their own; here there is nothing to offer.
    return undefined;
  }
}
