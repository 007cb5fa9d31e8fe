import { commands, l10n, languages, Position, Selection, type TextDocument, window } from "vscode";
import { type Outcome, refuse } from "./outcome.ts";
import { targetOf } from "./target.ts";
import type { Tools } from "./tools.ts";

/** Goes to the first finding at or after a line, and opens the list of problems. */
export async function showProblems(
  _tools: Tools,
  uri?: unknown,
  line?: unknown,
): Promise<Outcome<{ readonly line: number }>> {
  const target = await targetOf(uri, line);
  if (target === undefined) return refuse(l10n.t("Open a PCCO file to see its problems."));
  const start =
    firstFinding(target.document, target.line) ?? target.document.validatePosition(new Position(target.line, 0));
  await window.showTextDocument(target.document, { selection: new Selection(start, start) });
  await commands.executeCommand("workbench.actions.view.problems");
  return { ok: true, line: start.line };
}

function firstFinding(document: TextDocument, line: number) {
  return languages
    .getDiagnostics(document.uri)
    .map(({ range }) => range.start)
    .filter((start) => start.line >= line)
    .sort((a, b) => a.compareTo(b))
    .at(0);
}
