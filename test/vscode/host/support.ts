import * as vscode from "vscode";
import type { ExtensionApi } from "../../../vscode-extension/src/client/start.ts";
import { expect, until } from "../harness/in-host/testing.ts";

// What the tests in the extension host share. The folder that is open is a copy of the repository's `samples`.

/** What the extension tells other extensions, once its server runs. */
export async function activated(): Promise<ExtensionApi> {
  const extension = vscode.extensions.getExtension<ExtensionApi>("erp-export-rules.erp-export-rules");
  if (extension === undefined) throw new Error("the extension is not installed");
  const api = await extension.activate();
  await api.ready;
  return api;
}

/** A file of the folder. */
export function sample(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error("the tests need a folder");
  return vscode.Uri.joinPath(folder.uri, path);
}

/** What stands in a file on disk. */
export async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** Makes a file on disk. */
export async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

export async function open(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(sample(path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Closes every editor, and takes back what is not saved. */
export async function closeAll(): Promise<void> {
  while (vscode.window.tabGroups.activeTabGroup.activeTab !== undefined)
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
}

/** Where a piece of a document's text stands for the first time. */
export function rangeOf(document: vscode.TextDocument, piece: string): vscode.Range {
  const at = document.getText().indexOf(piece);
  if (at < 0) throw new Error(`the text does not have ${piece}`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + piece.length));
}

export async function replace(document: vscode.TextDocument, piece: string, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, piece), text);
  expect(await vscode.workspace.applyEdit(edit)).toBe(true);
}

/** The extension's findings in a file. */
export function findings(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "erp-export-rules");
}

/** The rules that they are of. */
export function codes(uri: vscode.Uri): readonly unknown[] {
  return findings(uri).map(codeOf);
}

function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === "object" ? code.value : code;
}

/** Waits for a finding of a rule. */
export function found(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return until(`the finding ${rule}`, () => findings(uri).find((each) => codeOf(each) === rule));
}

/** Waits until a rule has no finding any more. */
export function gone(uri: vscode.Uri, rule: string): Promise<true> {
  return until(`no finding ${rule}`, () => !codes(uri).includes(rule));
}

/** The code actions of a kind in a range. */
export function actionsAt(
  { uri }: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Thenable<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    uri,
    range,
    kind.value,
  );
}
