import { commands, l10n, Uri } from "vscode";
import { Location, Position } from "vscode-languageserver-types";
import { type Outcome, refuse } from "./outcome.ts";
import type { Tools } from "./tools.ts";

/** Shows places in PCCO files and rule tests in a peek view, as references of a place in a rule file. */
export async function showSamples(
  { link }: Tools,
  uri?: unknown,
  position?: unknown,
  places?: unknown,
): Promise<Outcome<{ readonly count: number }>> {
  if (typeof uri !== "string" || !Position.is(position) || !Array.isArray(places) || !places.every(Location.is))
    return refuse(l10n.t("Choose the samples of a rule in a rule file."));
  const { protocol2CodeConverter: convert } = link.client;
  await commands.executeCommand(
    "editor.action.showReferences",
    Uri.parse(uri, true),
    convert.asPosition(position),
    places.map(convert.asLocation),
  );
  return { ok: true, count: places.length };
}
