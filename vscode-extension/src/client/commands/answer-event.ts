import { l10n } from "vscode";
import { type Outcome, refuse } from "./outcome.ts";
import type { Tools } from "./tools.ts";

/** Writes the outcome of the event whose difference is in sight. */
export async function writeEvent({ previews }: Tools): Promise<Outcome> {
  return previews.answer(true) ? { ok: true } : refuse(nothing());
}

/** Leaves the PCCO as it is. */
export async function discardEvent({ previews }: Tools): Promise<Outcome> {
  return previews.answer(false) ? { ok: true } : refuse(nothing());
}

function nothing(): string {
  return l10n.t("Run an event first, and look at what it would make of the PCCO.");
}
