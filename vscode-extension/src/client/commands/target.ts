import { type TextDocument, type TextEditor, Uri, type ViewColumn, window, workspace } from "vscode";
import type { Tools } from "./tools.ts";

/** The document, and the line in it, that a command is about. */
export interface Target {
  readonly document: TextDocument;
  /** Zero-based. */
  readonly line: number;
  /** Where it is shown, if it is. */
  readonly viewColumn: ViewColumn | undefined;
}

/**
 * What a command is about: the place it was given, else that of the active editor, else of the one that was looked at
 * last. `undefined` when there is none.
 * @param uri a URI as text, or as menus give it
 * @throws {Error} when the document can't be opened
 */
export async function targetOf(
  { lastSeen }: Pick<Tools, "lastSeen">,
  uri: unknown,
  line?: unknown,
): Promise<Target | undefined> {
  const editor = window.activeTextEditor ?? lastSeen.editor();
  const wanted = typeof uri === "string" ? Uri.parse(uri, true) : uri;
  if (!(wanted instanceof Uri)) return editor && targetIn(editor, line);
  if (editor?.document.uri.toString() === wanted.toString()) return targetIn(editor, line);
  return {
    document: await workspace.openTextDocument(wanted),
    line: isLine(line) ? line : 0,
    viewColumn: undefined,
  };
}

function targetIn(editor: TextEditor, line: unknown): Target {
  const { document, selection, viewColumn } = editor;
  return { document, line: isLine(line) ? line : selection.active.line, viewColumn };
}

function isLine(line: unknown): line is number {
  return typeof line === "number" && Number.isInteger(line) && line >= 0;
}
