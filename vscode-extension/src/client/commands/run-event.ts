import type { Action, Reason } from "@erp-export-rules/sdk";
import { l10n, commands as vscodeCommands, window } from "vscode";
import { type ActionsResult, commands, type EventAnswers, methods } from "../../protocol.ts";
import { askInput } from "./ask-input.ts";
import { eventChoices, wordReasons } from "./event-choices.ts";
import { givenUp, refuse } from "./outcome.ts";
import { type Target, targetOf } from "./target.ts";
import type { Tools } from "./tools.ts";
import { type EventOutcome, writeAfterAsking } from "./write-event.ts";

/** Moves a PCCO through its life cycle: shows what an event would make of the file, and writes it once the user agrees. */
export async function runEvent(
  tools: Tools,
  uri?: unknown,
  line?: unknown,
  event?: unknown,
  answers?: unknown,
): Promise<EventOutcome> {
  const target = await targetOf(tools, uri, line);
  if (target === undefined) return refuse(l10n.t("Open a PCCO file to run an event."));
  const { link } = tools;
  const textDocument = { uri: link.client.code2ProtocolConverter.asUri(target.document.uri) };
  const params = { textDocument, line: target.line };
  const found = await link.ask(methods.actions, params);
  if (found === null) return refuse(l10n.t("There is no PCCO here whose rules have events."));

  const action = typeof event === "string" ? found.actions.find((each) => each.event === event) : await pick(found);
  if (action === undefined)
    return typeof event === "string" ? refuse(l10n.t("The rules that apply here have no event {0}.", event)) : givenUp;
  if (!action.enabled) return refuseEvent(target, action, action.reasons);

  const { input: known = {}, write } = isAnswers(answers) ? answers : {};
  const input = await askInput(`${action.label}: ${found.label}`, action.input, known);
  if (input === undefined) return givenUp;
  const { version } = target.document;
  const answer = await link.ask(methods.transition, { ...params, event: action.event, input });
  if (!answer.ok) return refuseEvent(target, action, answer.reasons);
  return writeAfterAsking(tools, { document: target.document, version, action, answer }, write);
}

async function pick({ label, erpStatusLabel, actions }: ActionsResult): Promise<Action | undefined> {
  const picked = await window.showQuickPick(eventChoices(actions, l10n), {
    title: label,
    placeHolder: l10n.t("ERP status: {0}. Choose an event", erpStatusLabel),
    matchOnDetail: true,
  });
  return picked?.action;
}

/** Tells every reason at once, and leads to the findings when rules are among them. */
function refuseEvent({ document, line }: Target, { label }: Action, reasons: readonly Reason[]): EventOutcome {
  const why = l10n.t("{0} is not possible: {1}", label, wordReasons(reasons));
  const show = l10n.t("Show Problems");
  void window.showWarningMessage(why, ...(reasons.some(({ kind }) => kind === "rule") ? [show] : [])).then((chosen) => {
    if (chosen === show) void vscodeCommands.executeCommand(commands.showProblems, document.uri.toString(), line);
  });
  return { ok: false, why };
}

function isAnswers(value: unknown): value is EventAnswers {
  if (typeof value !== "object" || value === null) return false;
  const input = "input" in value ? value.input : undefined;
  const write = "write" in value ? value.write : undefined;
  return (input === undefined || isGroup(input)) && (write === undefined || typeof write === "boolean");
}

function isGroup(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
