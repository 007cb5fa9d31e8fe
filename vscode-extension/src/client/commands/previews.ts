import {
  commands,
  type Disposable,
  languages,
  TabInputTextDiff,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";

/** Texts that stand in no file: what a document would become. */
export interface Previews extends Disposable {
  /** Shows the difference between a document and what it would become. The answer closes it again. */
  showDifference(document: TextDocument, newText: string, title: string): Promise<() => Promise<void>>;
}

const scheme = "erp-export-rules-preview";

export function makePreviews(): Previews {
  const texts = new Map<string, string>();
  let count = 0;
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => texts.get(uri.toString()),
  });
  const closing = workspace.onDidCloseTextDocument(({ uri, isClosed }) => {
    if (uri.scheme === scheme && isClosed) texts.delete(uri.toString());
  });
  return {
    async showDifference(document, newText, title) {
      // Not the document's own name, which would make a PCCO file of it: findings would stand twice.
      const uri = Uri.from({ scheme, path: `/${++count}/${title.replaceAll("/", " ")}` });
      texts.set(uri.toString(), newText);
      await languages.setTextDocumentLanguage(await workspace.openTextDocument(uri), document.languageId);
      await commands.executeCommand("vscode.diff", document.uri, uri, title);
      return () => closeDifference(uri);
    },
    dispose() {
      provider.dispose();
      closing.dispose();
    },
  };
}

async function closeDifference(uri: Uri): Promise<void> {
  const tabs = window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof TabInputTextDiff && input.modified.toString() === uri.toString());
  await window.tabGroups.close(tabs);
}
