import { l10n } from "vscode";
import { type Outcome, refuse } from "./outcome.ts";
import { targetOf } from "./target.ts";
import type { Tools } from "./tools.ts";

/** Opens the diagram of the life cycle beside the editor. */
export async function showLifecycle(tools: Tools, uri?: unknown, line?: unknown): Promise<Outcome> {
  const target = await targetOf(tools, uri, line);
  if (target === undefined) return refuse(l10n.t("Open a PCCO file or a rule file to see its life cycle."));
  await tools.showLifecycle(target.document.uri, target.line);
  return { ok: true };
}
