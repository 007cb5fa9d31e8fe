import type { Action } from "@erp-export-rules/sdk";
import { l10n, type TextDocument, window, workspace } from "vscode";
import type { TransitionAnswer } from "../../protocol.ts";
import { type Outcome, refuse } from "./outcome.ts";
import type { Tools } from "./tools.ts";

/** What came of an event. */
export type EventOutcome = Outcome<{ readonly event: string; readonly newText: string; readonly isWritten: boolean }>;

/** An event that can happen, and what it makes of the document. */
interface Move {
  readonly document: TextDocument;
  /** The version of the document that the edit was made for. */
  readonly version: number;
  readonly action: Action;
  readonly answer: Extract<TransitionAnswer, { readonly ok: true }>;
}

/**
 * Shows the difference, asks, and writes.
 * @param write the answer, when it is known already
 */
export async function writeAfterAsking(tools: Tools, move: Move, write: boolean | undefined): Promise<EventOutcome> {
  const { document, action, answer } = move;
  const outcome = { ok: true, event: action.event, newText: answer.newText } as const;
  const finish = async (isYes: boolean): Promise<EventOutcome> =>
    (isYes ? await save(tools, move) : undefined) ?? { ...outcome, isWritten: isYes };
  if (write === true) return finish(true);

  const name = document.uri.path.split("/").at(-1) ?? "";
  const title = l10n.t("{0} after {1}", name, action.label);
  const difference = await tools.previews.showDifference(document, answer.newText, title);
  const finished = difference.answered.then(finish);
  if (write === false) {
    finished.catch((error: unknown) =>
      tools.link.log(`The outcome of ${action.event} can't be written: ${String(error)}`),
    );
    return { ...outcome, isWritten: false };
  }
  const yes = l10n.t("Write");
  const no = l10n.t("Discard");
  const question = l10n.t("{0}. Write it?", answer.summary.replace(/\.$/, ""));
  // The message hides after a while, so it can be answered at the difference, too.
  void window.showInformationMessage(question, yes, no).then((chosen) => {
    if (chosen !== undefined) difference.answer(chosen === yes);
  });
  return finished;
}

/** Writes the edit; the answer is why it could not be. */
async function save({ link }: Tools, { document, version, answer }: Move): Promise<EventOutcome | undefined> {
  const name = workspace.asRelativePath(document.uri);
  if (document.version !== version)
    return refuse(l10n.t("{0} has been edited meanwhile, so nothing was written. Run the event again.", name));
  const edit = await link.client.protocol2CodeConverter.asWorkspaceEdit(answer.edit);
  if (!(await workspace.applyEdit(edit))) return refuse(l10n.t("{0} can't be changed.", name));
  if (document.isUntitled || (await document.save())) return undefined;
  return refuse(l10n.t("{0} was changed but can't be saved.", name));
}
