import type { TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { PccoFile } from "../model.ts";

/** Whether an editor that asks only for some kinds asks for this one; `source` means all kinds below it. */
export function wants(only: readonly string[] | undefined, kind: string): boolean {
  if (only === undefined || only.length === 0) return true;
  return only.some((each) => each === "" || kind === each || kind.startsWith(`${each}.`));
}

/** Edits of a file as it is in this version. */
export function editOf({ uri, version }: PccoFile, edits: TextEdit[]): WorkspaceEdit {
  return { documentChanges: [{ textDocument: { uri, version }, edits }] };
}
