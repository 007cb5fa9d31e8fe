import { window } from "vscode";

/** What a command tells its caller: what it did, or why it did nothing. `why` is empty when the user gave up. */
export type Outcome<Done extends object = object> =
  | ({ readonly ok: true } & Done)
  | { readonly ok: false; readonly why: string };

/** The user closed a question without an answer. */
export const givenUp = { ok: false, why: "" } as const;

/** Tells the user why nothing was done. Does not wait until the message is closed. */
export function refuse(why: string): { readonly ok: false; readonly why: string } {
  void window.showWarningMessage(why);
  return { ok: false, why };
}
