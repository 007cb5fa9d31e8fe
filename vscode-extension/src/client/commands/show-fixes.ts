import { commands, l10n } from "vscode";
import { goToFinding } from "./go-to-finding.ts";
import { type Outcome, refuse } from "./outcome.ts";
import { targetOf } from "./target.ts";
import type { Tools } from "./tools.ts";

/** Goes to the first finding at or after a line, and opens the list of what can be done about it. */
export async function showFixes(
  tools: Tools,
  uri?: unknown,
  line?: unknown,
): Promise<Outcome<{ readonly line: number }>> {
  const target = await targetOf(tools, uri, line);
  if (target === undefined) return refuse(l10n.t("Open a PCCO file to mend it."));
  const found = await goToFinding(target);
  await commands.executeCommand("editor.action.quickFix");
  return { ok: true, line: found.line };
}
