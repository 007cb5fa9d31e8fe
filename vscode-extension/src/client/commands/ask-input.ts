import { l10n, window } from "vscode";
import { type InputField, presetOf, readInput } from "./read-input.ts";

/**
 * Asks for all that an event needs to be told, one thing after the other. `undefined` when the user gives up.
 * @param known what is known already and not asked for
 */
export async function askInput(
  title: string,
  fields: readonly InputField[],
  known: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const input: Record<string, unknown> = { ...known };
  for (const field of fields) {
    if (Object.hasOwn(known, field.name)) continue;
    const answer = await (field.type === "boolean" ? askYesOrNo(title, field) : askText(title, field));
    if (answer === undefined) return undefined;
    if (answer.value !== undefined) input[field.name] = answer.value;
  }
  return input;
}

async function askYesOrNo(title: string, { label }: InputField): Promise<{ readonly value: boolean } | undefined> {
  const answers = [
    { label: l10n.t("Yes"), value: true },
    { label: l10n.t("No"), value: false },
  ];
  return window.showQuickPick(answers, { title, placeHolder: label, ignoreFocusOut: true });
}

async function askText(title: string, field: InputField) {
  const typed = await window.showInputBox({
    title,
    prompt: promptFor(field),
    value: presetOf(field, new Date()),
    ignoreFocusOut: true,
    validateInput: (text) => {
      const entered = readInput(field, text, l10n);
      return "problem" in entered ? entered.problem : undefined;
    },
  });
  if (typed === undefined) return undefined;
  const entered = readInput(field, typed, l10n);
  return "problem" in entered ? undefined : entered;
}

function promptFor({ label, type, required }: InputField): string {
  const what = type === "texts" ? l10n.t("{0} (several with ; between them)", label) : label;
  return required ? what : l10n.t("{0} (may be left empty)", what);
}
