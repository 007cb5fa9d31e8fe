import { type Disposable, env, l10n, StatusBarAlignment, window, workspace } from "vscode";
import { CancellationTokenSource, ProgressType } from "vscode-languageclient";
import { commands, type ImpactCount, methods, type RuleImpact } from "../../protocol.ts";
import { ruleLanguage } from "../documents.ts";
import type { ServerLink } from "../server-link.ts";
import { type Grouped, type ImpactText, wordCount, wordImpact } from "./impact-wording.ts";
import { newest } from "./newest.ts";

/** Milliseconds without a change before PCCOs are counted. */
const delay = 300;

const counts = new ProgressType<ImpactCount>();

/** The impact of an edit, at the foot of the window while a rule file is active. */
export interface ImpactStatus extends Disposable {
  /** What was counted last, of the active rule file. */
  last(): RuleImpact | undefined;
  /** What is shown. */
  text(): string | undefined;
}

/** Writes a number in the user's language. */
export const grouped: Grouped = (count) => count.toLocaleString(env.language);

/** Tells how many PCCOs of the workspace change outcome by what is typed into a rule file. */
export function showImpactStatus(link: ServerLink): ImpactStatus {
  const item = window.createStatusBarItem("erpExportRules.impact", StatusBarAlignment.Left);
  item.name = l10n.t("ERP export impact");
  item.command = commands.showImpact;
  let last: { readonly uri: string; readonly impact: RuleImpact } | undefined;
  /** The file that the status item is about. */
  let counted: string | undefined;
  let shown: string | undefined;
  const show = (text: ImpactText | undefined): void => {
    shown = text?.text;
    if (text === undefined) {
      item.hide();
      return;
    }
    item.text = text.text;
    item.tooltip = text.tooltip;
    item.show();
  };
  const forget = (): void => {
    last = undefined;
    show(undefined);
  };

  const count = newest(
    async (signal) => {
      const document = window.activeTextEditor?.document;
      const uri = document?.uri.toString();
      // What was counted of another file does not stand here while this one is counted.
      if (uri !== counted) forget();
      counted = uri;
      if (uri === undefined || document?.languageId !== ruleLanguage || !link.client.isRunning()) {
        forget();
        return;
      }
      const impact = await askImpact(link, link.client.code2ProtocolConverter.asUri(document.uri), signal, (so) =>
        show(wordCount(so, l10n, grouped)),
      );
      if (signal.aborted) return;
      if (impact === null) {
        forget();
        return;
      }
      last = { uri, impact };
      show(wordImpact(impact, l10n, grouped));
    },
    delay,
    (error) => {
      forget();
      link.log(`The impact of an edit can't be told: ${String(error)}`);
    },
  );
  const parts = [
    item,
    count,
    link.onDidChange(count.ask),
    window.onDidChangeActiveTextEditor(count.ask),
    workspace.onDidSaveTextDocument(({ languageId }) => {
      if (languageId === ruleLanguage) count.ask();
    }),
    // Counting for the text before this one is of no use, and the server has better to do.
    workspace.onDidChangeTextDocument(({ document: { languageId } }) => {
      if (languageId === ruleLanguage) count.ask();
    }),
  ];
  count.ask();
  return {
    last: () => (last?.uri === window.activeTextEditor?.document.uri.toString() ? last?.impact : undefined),
    text: () => shown,
    dispose() {
      for (const part of parts) part.dispose();
    },
  };
}

let asked = 0;

/** Asks the server, which is told when the answer is not wanted any more. */
async function askImpact(
  { client }: ServerLink,
  uri: string,
  signal: AbortSignal,
  tell: (count: ImpactCount) => void,
): Promise<RuleImpact | null> {
  const source = new CancellationTokenSource();
  const giveUp = (): void => source.cancel();
  signal.addEventListener("abort", giveUp);
  const partialResultToken = `erp-export-rules-impact-${++asked}`;
  const progress = client.onProgress(counts, partialResultToken, (so) => {
    if (!signal.aborted) tell(so);
  });
  try {
    const params = { textDocument: { uri }, partialResultToken };
    return await client.sendRequest<RuleImpact | null>(methods.impact, params, source.token);
  } finally {
    progress.dispose();
    signal.removeEventListener("abort", giveUp);
    source.dispose();
  }
}
