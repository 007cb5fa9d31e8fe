import { l10n, type Uri, window, workspace } from "vscode";
import { methods } from "../../protocol.ts";
import { givenUp, type Outcome, refuse } from "./outcome.ts";
import { targetOf } from "./target.ts";
import type { Tools } from "./tools.ts";

/** Turns a rule off for the company whose PCCO it is. The reason is written beside it, so there is no way without one. */
export async function turnOffRule(
  tools: Tools,
  uri?: unknown,
  line?: unknown,
  ruleId?: unknown,
  because?: unknown,
): Promise<Outcome<{ readonly files: readonly string[] }>> {
  const target = await targetOf(tools, uri, line);
  if (target === undefined || typeof ruleId !== "string")
    return refuse(l10n.t("Choose “Turn off” at a finding in a PCCO file."));
  const reason = typeof because === "string" ? because.trim() : await askReason(ruleId);
  if (reason === undefined) return givenUp;
  if (reason === "") return refuse(wordRequired());

  const { link } = tools;
  const textDocument = { uri: link.client.code2ProtocolConverter.asUri(target.document.uri) };
  const edit = await link.ask(methods.turnOff, { textDocument, line: target.line, ruleId, because: reason });
  if (edit === null) return refuse(l10n.t("{0} can't be turned off here.", ruleId));
  if ("refusal" in edit) return refuse(edit.refusal);
  const changes = await link.client.protocol2CodeConverter.asWorkspaceEdit(edit);
  const uris = changes.entries().map(([changed]) => changed);
  if (!(await workspace.applyEdit(changes))) return refuse(l10n.t("The rule file can't be changed."));
  await show(uris);
  return { ok: true, files: uris.map(String) };
}

async function askReason(ruleId: string): Promise<string | undefined> {
  const reason = await window.showInputBox({
    title: l10n.t("Turn off {0}", ruleId),
    prompt: l10n.t("Why does this rule not count for the company? The reason is written into the rule file."),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === "" ? wordRequired() : undefined),
  });
  return reason?.trim();
}

function wordRequired(): string {
  return l10n.t("A reason is required.");
}

/** Shows what was changed, unsaved, for the user to look at. */
async function show([first]: readonly Uri[]): Promise<void> {
  if (first !== undefined) await window.showTextDocument(first, { preview: false });
}
