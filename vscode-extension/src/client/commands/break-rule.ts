import { l10n, ViewColumn, workspace } from "vscode";
import { methods } from "../../protocol.ts";
import { openUnsaved } from "./open-unsaved.ts";
import { type Outcome, refuse } from "./outcome.ts";
import { targetOf } from "./target.ts";
import type { Tools } from "./tools.ts";

/** Opens a PCCO that breaks a rule beside its rule file: the rule that is named, or the one the cursor is in. */
export async function breakRule(
  tools: Tools,
  uri?: unknown,
  ruleId?: unknown,
): Promise<Outcome<{ readonly uri: string }>> {
  const target = await targetOf(tools, uri);
  if (target === undefined) return refuse(l10n.t("Open a rule file and put the cursor on a rule."));
  const { document, line } = target;
  const answer = await tools.link.ask(methods.breakRule, {
    textDocument: { uri: tools.link.client.code2ProtocolConverter.asUri(document.uri) },
    line,
    ...(typeof ruleId === "string" ? { ruleId } : {}),
  });
  if ("refusal" in answer) return refuse(answer.refusal);
  const folder = workspace.getWorkspaceFolder(document.uri);
  const opened = await openUnsaved({ ...answer, folder }, ViewColumn.Beside);
  return { ok: true, uri: opened.toString() };
}
