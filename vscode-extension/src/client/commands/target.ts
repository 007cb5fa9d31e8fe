import { type TextDocument, type TextEditor, Uri, window, workspace } from "vscode";

/** The document, and the line in it, that a command is about. */
export interface Target {
  readonly document: TextDocument;
  /** Zero-based. */
  readonly line: number;
}

/**
 * What a command is about: the place it was given, else that of the active editor. `undefined` when there is neither.
 * @param uri a URI as text, or as menus give it
 * @throws {Error} when the document can't be opened
 */
export async function targetOf(uri: unknown, line?: unknown): Promise<Target | undefined> {
  const active = window.activeTextEditor;
  const wanted = typeof uri === "string" ? Uri.parse(uri, true) : uri;
  if (!(wanted instanceof Uri)) {
    return active === undefined ? undefined : { document: active.document, line: lineIn(active, line) };
  }
  if (active?.document.uri.toString() === wanted.toString()) {
    return { document: active.document, line: lineIn(active, line) };
  }
  return { document: await workspace.openTextDocument(wanted), line: isLine(line) ? line : 0 };
}

function lineIn(editor: TextEditor, line: unknown): number {
  return isLine(line) ? line : editor.selection.active.line;
}

function isLine(line: unknown): line is number {
  return typeof line === "number" && Number.isInteger(line) && line >= 0;
}
