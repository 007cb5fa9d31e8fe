import {
  commands,
  type Disposable,
  languages,
  type Tab,
  TabInputTextDiff,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import { previewScheme } from "../../protocol.ts";

/** Texts that stand in no file: what documents would become. */
export interface Previews extends Disposable {
  /** Shows the difference between a document and what it would become, until it is answered. */
  showDifference(document: TextDocument, newText: string, title: string): Promise<Difference>;
  /** Answers the difference in sight. Whether there is one. */
  answer(isYes: boolean): boolean;
}

/** A difference that is shown. */
export interface Difference {
  /** The user's answer; closing the editor means no. */
  readonly answered: Promise<boolean>;
  answer(isYes: boolean): void;
}

export function makePreviews(): Previews {
  const shown = new Map<string, { readonly text: string; readonly answer: (isYes: boolean) => void }>();
  let count = 0;
  const provider = workspace.registerTextDocumentContentProvider(previewScheme, {
    provideTextDocumentContent: (uri) => shown.get(uri.toString())?.text,
  });
  const closing = window.tabGroups.onDidChangeTabs(({ closed }) => {
    for (const tab of closed) shown.get(previewOf(tab) ?? "")?.answer(false);
  });
  return {
    async showDifference(document, newText, title) {
      // Not the document's own name, which would make a PCCO file of it: findings would stand twice.
      const uri = Uri.from({ scheme: previewScheme, path: `/${++count}/${title.replaceAll("/", " ")}` });
      const key = uri.toString();
      let answer = (_: boolean): void => {};
      const answered = new Promise<boolean>((resolve) => {
        answer = (isYes) => {
          resolve(isYes);
          if (shown.delete(key)) void close(key);
        };
      });
      shown.set(key, { text: newText, answer });
      await languages.setTextDocumentLanguage(await workspace.openTextDocument(uri), document.languageId);
      await commands.executeCommand("vscode.diff", document.uri, uri, title, { preview: false });
      return { answered, answer };
    },
    answer(isYes) {
      const active = window.tabGroups.activeTabGroup.activeTab;
      const difference = shown.get((active && previewOf(active)) ?? "");
      difference?.answer(isYes);
      return difference !== undefined;
    },
    dispose() {
      provider.dispose();
      closing.dispose();
    },
  };
}

/** The preview that a tab compares with. */
function previewOf({ input }: Tab): string | undefined {
  return input instanceof TabInputTextDiff && input.modified.scheme === previewScheme
    ? input.modified.toString()
    : undefined;
}

async function close(preview: string): Promise<void> {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs).filter((tab) => previewOf(tab) === preview);
  if (tabs.length > 0) await window.tabGroups.close(tabs);
}
