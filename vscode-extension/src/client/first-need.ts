import { Disposable, workspace } from "vscode";
import { namedPatterns } from "../kinds.ts";
import { isOurs } from "./documents.ts";
import { searched } from "./files/serve-files.ts";

/**
 * Waits until there is something for a server to do: an open document that is ours, or a folder with PCCOs. A PCCO may be
 * opened by itself, so that VS Code activates the extension for every JSON and YAML document; one of them alone is no
 * reason to start a server.
 */
export function waitForNeed(): Disposable & { readonly felt: Promise<void> } {
  let feel = (): void => {};
  const felt = new Promise<void>((resolve) => {
    feel = resolve;
  });
  const look = (): void => {
    if (workspace.textDocuments.some(isOurs)) feel();
  };
  const lookIntoFolders = async (): Promise<void> => {
    // Where nobody can tell whether there are PCCOs, there may be some.
    if (await foldersHavePccos().catch(() => true)) feel();
  };
  const listening = Disposable.from(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeWorkspaceFolders(() => void lookIntoFolders()),
  );
  look();
  void lookIntoFolders();
  void felt.then(() => listening.dispose());
  return { felt, dispose: () => listening.dispose() };
}

async function foldersHavePccos(): Promise<boolean> {
  const { workspaceFolders = [] } = workspace;
  // A folder that can't be searched is not searched here either: the server walks through it.
  if (workspaceFolders.some(({ uri }) => !searched.has(uri.scheme))) return true;
  return workspaceFolders.length > 0 && (await workspace.findFiles(namedPatterns.pcco, undefined, 1)).length > 0;
}
