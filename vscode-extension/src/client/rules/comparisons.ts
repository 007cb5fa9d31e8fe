import {
  CodeLens,
  type Disposable,
  EventEmitter,
  l10n,
  languages,
  Range,
  TabInputText,
  Uri,
  ViewColumn,
  type WorkspaceFolder,
  window,
  workspace,
} from "vscode";
import { type CommandArguments, commands, comparisonScheme, methods, type RuleDiff } from "../../protocol.ts";
import type { ServerLink } from "../server-link.ts";
import { newest } from "./newest.ts";
import { witnessesIn } from "./witnesses.ts";

/** Milliseconds without a change before pages are brought up to date: comparing takes the server a while. */
const delay = 600;

/** A comparison as the server makes it. */
export type Compared = Exclude<RuleDiff, { readonly refusal: string }>;

/** Pages that compare rules, beside the rule file. They follow its edits. */
export interface Comparisons extends Disposable {
  /** Shows a comparison as a page of Markdown. */
  show(compared: Compared, of: ComparisonOf): Promise<Uri>;
  /** The PCCO that begins at a line of a page, and the folder of its rule file. */
  witness(page: string, line: number): Witness | undefined;
}

/** What is compared. The same two have one page. */
export interface ComparisonOf {
  readonly rules: Uri;
  /** The name of a `RuleVersion`. */
  readonly name: string;
}

/** A PCCO of a comparison. */
export interface Witness {
  /** As YAML. */
  readonly text: string;
  /** That of the rule file. */
  readonly folder: WorkspaceFolder | undefined;
}

interface Page {
  readonly compared: Compared;
  readonly of: ComparisonOf;
}

export function makeComparisons(link: ServerLink): Comparisons {
  const pages = new Map<string, Page>();
  const changes = new EventEmitter<Uri>();
  const follow = newest(
    async (signal) => {
      for (const [key, { of }] of pages) {
        const textDocument = { uri: link.client.code2ProtocolConverter.asUri(of.rules) };
        const compared = await link.ask(methods.diffRules, { textDocument, name: of.name });
        if (signal.aborted) return;
        // It may have been closed meanwhile.
        if (!pages.has(key)) continue;
        // While the rules have faults, and once they are saved, the page stays as it was.
        if ("refusal" in compared || pages.get(key)?.compared.markdown === compared.markdown) continue;
        pages.set(key, { compared, of });
        changes.fire(Uri.parse(key, true));
      }
    },
    delay,
    (error) => link.log(`The comparison of rules can't be brought up to date: ${String(error)}`),
  );
  const parts = [
    changes,
    follow,
    link.onDidChange(follow.ask),
    workspace.registerTextDocumentContentProvider(comparisonScheme, {
      onDidChange: changes.event,
      provideTextDocumentContent: (uri) => pages.get(uri.toString())?.compared.markdown,
    }),
    window.tabGroups.onDidChangeTabs(({ closed }) => {
      for (const { input } of closed)
        if (input instanceof TabInputText && columnOf(input.uri) === undefined) pages.delete(input.uri.toString());
    }),
    languages.registerCodeLensProvider(
      { scheme: comparisonScheme },
      {
        provideCodeLenses(document) {
          const page = pages.get(document.uri.toString());
          if (page === undefined) return [];
          return witnessesIn(document.getText()).flatMap(({ line }) => lensesAt(document.uri, line, page.compared));
        },
      },
    ),
  ];
  return {
    async show(compared, of) {
      const name = compared.title.replaceAll("/", " ");
      const uri = Uri.from({ scheme: comparisonScheme, path: `/${name}.md`, query: `${of.name} ${of.rules}` });
      pages.set(uri.toString(), { compared, of });
      changes.fire(uri);
      const document = await workspace.openTextDocument(uri);
      const viewColumn = columnOf(uri) ?? ViewColumn.Beside;
      await window.showTextDocument(document, { viewColumn, preserveFocus: true, preview: false });
      return uri;
    },
    witness(page, line) {
      const known = pages.get(page);
      const block = witnessesIn(known?.compared.markdown ?? "").find((each) => each.line === line);
      if (known === undefined || block === undefined) return undefined;
      return { text: block.text, folder: workspace.getWorkspaceFolder(known.of.rules) };
    },
    dispose() {
      for (const part of parts) part.dispose();
    },
  };
}

/** Where a page is shown already. */
function columnOf(page: Uri): ViewColumn | undefined {
  return window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === page.toString()),
  )?.viewColumn;
}

function lensesAt(page: Uri, line: number, { before, after }: Compared): readonly CodeLens[] {
  const range = new Range(line, 0, line, 0);
  const lens = (title: string, reference: string): CodeLens => {
    const given: CommandArguments[typeof commands.openWitness] = [page.toString(), line, reference];
    return new CodeLens(range, { title, command: commands.openWitness, arguments: [...given] });
  };
  return [
    lens(l10n.t("Open this PCCO"), after),
    ...(before === undefined ? [] : [lens(l10n.t("Open it, judged by {0}", before), before)]),
  ];
}
