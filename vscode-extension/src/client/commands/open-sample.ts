import { Uri, ViewColumn, type WorkspaceFolder, window, workspace } from "vscode";
import { freeName } from "./free-name.ts";
import { givenUp, type Outcome } from "./outcome.ts";
import type { Tools } from "./tools.ts";

const sample = "three-breaks.pcco.yaml";

/** Opens a PCCO with three faults to try things out with: as a file of the workspace, or unsaved where there is none to write to. */
export async function openSample({ extensionUri }: Tools): Promise<Outcome<{ readonly uri: string }>> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, "walkthrough", sample));
  const folders = (workspace.workspaceFolders ?? []).filter(isWritable);
  const folder = folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0];
  if (folder === undefined) return folders.length > 1 ? givenUp : openUnsaved(new TextDecoder().decode(bytes));

  const names = (await workspace.fs.readDirectory(folder.uri)).map(([name]) => name);
  const uri = Uri.joinPath(folder.uri, freeName(sample, names));
  await workspace.fs.writeFile(uri, bytes);
  await window.showTextDocument(uri, { preview: false, viewColumn: besidePage() });
  return { ok: true, uri: uri.toString() };
}

async function openUnsaved(content: string): Promise<Outcome<{ readonly uri: string }>> {
  const opened = await workspace.openTextDocument({ language: "yaml", content });
  const { document } = await window.showTextDocument(opened, { viewColumn: besidePage() });
  return { ok: true, uri: document.uri.toString() };
}

/** Who opens the sample from the walkthrough goes on reading there. VS Code tells nothing of what such a tab shows. */
function besidePage(): ViewColumn {
  const { activeTab } = window.tabGroups.activeTabGroup;
  return activeTab !== undefined && activeTab.input === undefined ? ViewColumn.Beside : ViewColumn.Active;
}

function isWritable({ uri: { scheme } }: WorkspaceFolder): boolean {
  return workspace.fs.isWritableFileSystem(scheme) !== false;
}
