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
import { type CommandArguments, commands, comparisonScheme, type RuleDiff } from "../../protocol.ts";
import { witnessesIn } from "./witnesses.ts";

/** A comparison as the server makes it. */
export type Compared = Exclude<RuleDiff, { readonly refusal: string }>;

/** Pages that compare rules, beside the rule file. */
export interface Comparisons extends Disposable {
  /**
   * Shows a comparison as a page of Markdown.
   * @param of the rule file and what it is compared with: the same two have one page
   */
  show(compared: Compared, of: ComparisonOf): Promise<Uri>;
  /** The PCCO that begins at a line of a page, and the folder of its rule file. */
  witness(
    page: string,
    line: number,
  ): { readonly text: string; readonly folder: WorkspaceFolder | undefined } | undefined;
}

/** What is compared. */
export interface ComparisonOf {
  readonly rules: Uri;
  /** The name of a `RuleVersion`. */
  readonly name: string;
}

export function makeComparisons(): Comparisons {
  const pages = new Map<string, { readonly compared: Compared; readonly of: ComparisonOf }>();
  const changes = new EventEmitter<Uri>();
  const parts = [
    changes,
    workspace.registerTextDocumentContentProvider(comparisonScheme, {
      onDidChange: changes.event,
      provideTextDocumentContent: (uri) => pages.get(uri.toString())?.compared.markdown,
    }),
    window.tabGroups.onDidChangeTabs(({ closed }) => {
      for (const { input } of closed) if (input instanceof TabInputText) pages.delete(input.uri.toString());
    }),
    languages.registerCodeLensProvider(
      { scheme: comparisonScheme },
      {
        provideCodeLenses(document) {
          const page = pages.get(document.uri.toString());
          if (page === undefined) return [];
          const witnesses = witnessesIn(document.getText());
          return [again(page.of), ...witnesses.flatMap(({ line }) => lensesAt(document.uri, line, page.compared))];
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

/** The rules may have been edited since. */
function again({ rules, name }: ComparisonOf): CodeLens {
  const given: CommandArguments[typeof commands.compareRules] = [rules.toString(), name];
  const title = l10n.t("Compare again");
  return new CodeLens(new Range(0, 0, 0, 0), { title, command: commands.compareRules, arguments: [...given] });
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
