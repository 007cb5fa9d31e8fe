import { type Disposable, type DocumentSelector, LanguageStatusSeverity, l10n, languages, window } from "vscode";
import { State } from "vscode-languageclient";
import { commands, methods } from "../../protocol.ts";
import { coalesce } from "../coalesce.ts";
import { documentSelector, isOurs } from "../documents.ts";
import type { ServerLink } from "../server-link.ts";
import { type StatusTexts, wordStatus } from "./wording.ts";

const severities = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
};

/** Milliseconds that the status may lag behind the findings. */
const delay = 100;

/** Shown for no document. */
const nowhere: DocumentSelector = [];

/** Status items at the foot of the window: the rules, context and toggles of the active document, and what is blocked. */
export function showStatus(link: ServerLink): Disposable & { readonly texts: () => StatusTexts } {
  const items = {
    rules: makeItem("erpExportRules.status", l10n.t("ERP export rules"), {
      title: l10n.t("Switch Rule Set"),
      command: commands.switchRuleSet,
    }),
    context: makeItem("erpExportRules.status.context", l10n.t("ERP export context"), undefined),
    toggles: makeItem("erpExportRules.status.toggles", l10n.t("ERP export toggles"), {
      title: l10n.t("Toggle"),
      command: commands.toggleFeature,
    }),
    counts: makeItem("erpExportRules.status.counts", l10n.t("ERP export findings"), {
      title: l10n.t("Show Problems"),
      command: commands.showProblems,
    }),
  };
  let texts: StatusTexts = {};

  const show = (next: StatusTexts): void => {
    texts = next;
    for (const name of ["rules", "context", "toggles", "counts"] as const) {
      const item = items[name];
      const wanted = next[name];
      item.selector = wanted === undefined ? nowhere : documentSelector;
      if (wanted === undefined) continue;
      item.text = wanted.text;
      item.detail = wanted.detail;
      item.severity = severities[wanted.severity];
    }
  };

  const update = coalesce(
    async () => {
      const document = window.activeTextEditor?.document;
      if (document === undefined || !link.client.isRunning()) return;
      if (!isOurs(document)) {
        show({});
        return;
      }
      const uri = link.client.code2ProtocolConverter.asUri(document.uri);
      const line = window.activeTextEditor?.selection.active.line ?? 0;
      const status = await link.ask(methods.status, { textDocument: { uri }, line });
      if (window.activeTextEditor?.document === document) show(wordStatus(status, l10n));
    },
    delay,
    (error) => link.log(`The status of the active document can't be told: ${String(error)}`),
  );

  const showServer = (state: State): void => {
    items.rules.busy = state === State.Starting;
    if (state === State.Running) {
      update.ask();
      return;
    }
    const isStarting = state === State.Starting;
    show({
      rules: {
        text: isStarting ? l10n.t("ERP Export Rules is starting") : l10n.t("ERP Export Rules is not running"),
        detail: isStarting ? "" : l10n.t("Run the command “Restart” to start it again"),
        severity: isStarting ? "information" : "error",
      },
    });
  };

  const parts = [
    ...Object.values(items),
    update,
    link.onDidChange(update.ask),
    window.onDidChangeActiveTextEditor(update.ask),
    window.onDidChangeTextEditorSelection(update.ask),
    link.client.onDidChangeState(({ newState }) => showServer(newState)),
  ];
  update.ask();
  return {
    texts: () => texts,
    dispose() {
      for (const part of parts) part.dispose();
    },
  };
}

function makeItem(id: string, name: string, command: { readonly title: string; readonly command: string } | undefined) {
  const item = languages.createLanguageStatusItem(id, nowhere);
  item.name = name;
  item.command = command;
  return item;
}
