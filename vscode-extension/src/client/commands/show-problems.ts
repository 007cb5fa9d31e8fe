import { commands, l10n } from "vscode";
import { goToFinding } from "./go-to-finding.ts";
import { type Outcome, refuse } from "./outcome.ts";
import { targetOf } from "./target.ts";
import type { Tools } from "./tools.ts";

/** Goes to the first finding at or after a line, and opens the list of problems. */
export async function showProblems(
  tools: Tools,
  uri?: unknown,
  line?: unknown,
): Promise<Outcome<{ readonly line: number }>> {
  const target = await targetOf(tools, uri, line);
  if (target === undefined) return refuse(l10n.t("Open a PCCO file to see its problems."));
  const found = await goToFinding(target);
  await commands.executeCommand("workbench.actions.view.problems");
  return { ok: true, line: found.line };
}
