import { Disposable, window } from "vscode";

/** Tells when another document, or another line of it, has become the one that is looked at. */
export function followActive(changed: () => void): Disposable {
  return Disposable.from(
    window.onDidChangeActiveTextEditor(changed),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) changed();
    }),
  );
}
