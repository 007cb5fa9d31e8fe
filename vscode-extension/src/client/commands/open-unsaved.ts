import { Uri, type ViewColumn, WorkspaceEdit, type WorkspaceFolder, window, workspace } from "vscode";
import { freeName } from "./free-name.ts";

/** A PCCO that is not saved anywhere. */
export interface Unsaved {
  /** What its file would be called. */
  readonly file: string;
  readonly text: string;
  /** The folder whose rules it is judged by; `undefined` for rules that stand in none. */
  readonly folder: WorkspaceFolder | undefined;
}

/** Opens an unsaved PCCO. It is named as a file of its folder would be, so that it is judged by the rules there. */
export async function openUnsaved({ file, text, folder }: Unsaved, viewColumn: ViewColumn): Promise<Uri> {
  const uri = folder === undefined ? undefined : await unusedUri(folder, file);
  const document =
    uri === undefined
      ? await workspace.openTextDocument({ language: "yaml", content: text })
      : await workspace.openTextDocument(uri);
  if (uri !== undefined) {
    const edit = new WorkspaceEdit();
    edit.insert(uri, document.positionAt(0), text);
    await workspace.applyEdit(edit);
  }
  await window.showTextDocument(document, { viewColumn, preserveFocus: true, preview: false });
  return document.uri;
}

/** A name that neither a file of the folder has nor an unsaved document. */
async function unusedUri({ uri }: WorkspaceFolder, file: string): Promise<Uri> {
  const onDisk = await workspace.fs.readDirectory(uri).then(
    (entries) => entries.map(([name]) => name),
    (): readonly string[] => [],
  );
  const at = Uri.joinPath(uri, file).with({ scheme: "untitled" });
  const directory = at.path.slice(0, at.path.lastIndexOf("/") + 1);
  const unsaved = workspace.textDocuments
    .filter((document) => document.isUntitled && document.uri.path.startsWith(directory))
    .map((document) => document.uri.path.slice(directory.length));
  return at.with({ path: directory + freeName(file, [...onDisk, ...unsaved]) });
}
