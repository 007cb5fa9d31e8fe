import { type Disposable, EventEmitter, l10n, Uri, ViewColumn, window, workspace } from "vscode";
import { methods, type WhyParams, whyScheme } from "../../protocol.ts";
import { coalesce } from "../coalesce.ts";
import type { ServerLink } from "../server-link.ts";

/** Milliseconds that a page may lag behind the files. */
const delay = 400;

/** What is explained: a PCCO by a line, or a test by its id. */
export type Explained = Pick<WhyParams, "line" | "test"> & {
  /** Of the file, as the server knows it. */
  readonly uri: string;
};

/** Pages that tell how a verdict comes about. They follow every change of files, rules and contexts. */
export interface WhyPages extends Disposable {
  /** Shows a page beside; `undefined` when there is nothing to explain. */
  show(explained: Explained): Promise<Uri | undefined>;
}

export function makeWhyPages(link: ServerLink): WhyPages {
  const changes = new EventEmitter<Uri>();
  const ask = ({ uri, ...place }: Explained) => link.ask(methods.why, { textDocument: { uri }, ...place });
  const provider = workspace.registerTextDocumentContentProvider(whyScheme, {
    onDidChange: changes.event,
    async provideTextDocumentContent({ query }) {
      const found = await ask(JSON.parse(query));
      return found?.page ?? l10n.t("There is nothing to explain here any more.");
    },
  });
  const refresh = coalesce(
    async () => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === whyScheme) changes.fire(uri);
    },
    delay,
    (error) => link.log(`The explanation can't be brought up to date: ${String(error)}`),
  );
  const listening = link.onDidChange(refresh.ask);
  return {
    async show(explained) {
      const found = await ask(explained);
      if (found === null) return undefined;
      const path = `/${found.title.replaceAll("/", " ")}.md`;
      const uri = Uri.from({ scheme: whyScheme, path, query: JSON.stringify(explained) });
      const document = await workspace.openTextDocument(uri);
      // A page that was shown before may be of an earlier state of the files.
      changes.fire(uri);
      await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
      return uri;
    },
    dispose() {
      listening.dispose();
      refresh.dispose();
      provider.dispose();
      changes.dispose();
    },
  };
}
