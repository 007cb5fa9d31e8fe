import { l10n, type QuickPickItem, type TextDocument, WorkspaceEdit, window, workspace } from "vscode";
import { methods, type RuleSetChoice } from "../../protocol.ts";
import { givenUp, type Outcome, refuse } from "./outcome.ts";
import { pinText } from "./pin-text.ts";
import { writeSetting } from "./settings.ts";
import { type Target, targetOf } from "./target.ts";
import type { Tools } from "./tools.ts";

/** Chooses the rules of the workspace or, for a PCCO that pins its rules with `$rules`, those of the PCCO. */
export async function switchRuleSet(
  tools: Tools,
  uri?: unknown,
  reference?: unknown,
): Promise<Outcome<{ readonly reference: string; readonly where: "setting" | "pin" }>> {
  const target = await targetOf(tools, uri);
  if (target === undefined) return refuse(l10n.t("Open a PCCO file to choose its rules."));
  const { document, line } = target;
  const { link } = tools;
  const textDocument = { uri: link.client.code2ProtocolConverter.asUri(document.uri) };
  const [choices, status] = await Promise.all([
    link.ask(methods.ruleSets, { textDocument, line }),
    link.ask(methods.status, { textDocument, line }),
  ]);
  const isPinned = status?.pin !== undefined;
  const chosen = typeof reference === "string" ? reference : await pick(choices, target, isPinned);
  if (chosen === undefined) return givenUp;
  if (status?.pin === undefined) {
    await writeSetting(document.uri, "rules", chosen === "" ? undefined : chosen);
    return { ok: true, reference: chosen, where: "setting" };
  }
  const isWritten = await writePin(document, link.client.protocol2CodeConverter.asRange(status.pin), chosen);
  return isWritten
    ? { ok: true, reference: chosen, where: "pin" }
    : refuse(l10n.t("{0} can't be changed.", workspace.asRelativePath(document.uri)));
}

async function pick(
  choices: readonly RuleSetChoice[],
  { document }: Target,
  isPinned: boolean,
): Promise<string | undefined> {
  const newest = { reference: "", label: l10n.t("The newest rules that ship"), detail: l10n.t("Nothing is set") };
  const items: (QuickPickItem & { readonly reference: string })[] = choices.map((choice) => ({
    reference: choice.reference,
    label: choice.isInForce ? `$(check) ${choice.reference}` : choice.reference,
    description: choice.ships ? l10n.t("ships with ERP Export Rules") : l10n.t("from this workspace"),
    detail: l10n.t("{0}, from {1}", choice.title, choice.effectiveFrom),
  }));
  const name = workspace.asRelativePath(document.uri);
  const picked = await window.showQuickPick(isPinned ? items : [newest, ...items], {
    title: isPinned ? l10n.t("Rules that the PCCO in {0} pins", name) : l10n.t("Rules for {0}", name),
    placeHolder: isPinned ? l10n.t("Writes $rules of the PCCO") : l10n.t("Writes the setting erpExportRules.rules"),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.reference;
}

async function writePin(document: TextDocument, range: Parameters<TextDocument["getText"]>[0], reference: string) {
  if (range === undefined) return false;
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, range, pinText(document.getText(range), reference));
  return workspace.applyEdit(edit);
}
