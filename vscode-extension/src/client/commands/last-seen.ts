import { type Disposable, type TextEditor, window } from "vscode";
import { isOurs } from "../documents.ts";

/** The editor of PCCOs or rules that was looked at last: who reads the walkthrough or the diagram still means it. */
export interface LastSeen extends Disposable {
  editor(): TextEditor | undefined;
}

export function watchLastSeen(): LastSeen {
  let last: TextEditor | undefined;
  const see = (editor: TextEditor | undefined): void => {
    if (editor !== undefined && isOurs(editor.document)) last = editor;
  };
  see(window.activeTextEditor);
  const listening = window.onDidChangeActiveTextEditor(see);
  return {
    editor: () => (last?.document.isClosed ? undefined : last),
    dispose: () => void listening.dispose(),
  };
}
