import { l10n, QuickPickItemKind, window } from "vscode";
import { openPlace } from "../open-place.ts";
import { grouped } from "../rules/impact-status.ts";
import { impactRows, wordChanged } from "../rules/impact-wording.ts";
import { givenUp, type Outcome, refuse } from "./outcome.ts";
import type { Tools } from "./tools.ts";

/** Lists the PCCOs that change outcome by the edit of the active rule file, below the rules that make the difference. */
export async function showImpact({ link, impact }: Tools): Promise<Outcome<{ readonly uri: string }>> {
  const last = impact.last();
  if (last === undefined) return refuse(l10n.t("Edit a rule file to see which PCCOs change."));
  if (last.changed === 0) return refuse(l10n.t("No PCCO changes."));
  const items = impactRows(last, l10n, grouped).map((row) =>
    "rule" in row ? { label: row.rule, kind: QuickPickItemKind.Separator, pcco: undefined } : row,
  );
  const picked = await window.showQuickPick(items, {
    title: wordChanged(last, l10n, grouped),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked?.pcco === undefined) return givenUp;
  await openPlace(link.client, picked.pcco);
  return { ok: true, uri: picked.pcco.uri };
}
