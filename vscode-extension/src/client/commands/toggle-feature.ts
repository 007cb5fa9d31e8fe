import { l10n, window } from "vscode";
import { type FeatureStatus, methods } from "../../protocol.ts";
import { wordPosition } from "../status/wording.ts";
import { givenUp, type Outcome, refuse } from "./outcome.ts";
import { workspaceSetting, writeSetting } from "./settings.ts";
import { targetOf } from "./target.ts";
import type { Tools } from "./tools.ts";

type Position = "on" | "off" | "context";

/** Sets a toggle for the workspace, over what the context says, or leaves it to the context again. */
export async function toggleFeature(
  tools: Tools,
  uri?: unknown,
  feature?: unknown,
  position?: unknown,
): Promise<Outcome<{ readonly feature: string; readonly position: Position }>> {
  const target = await targetOf(tools, uri);
  if (target === undefined) return refuse(l10n.t("Open a PCCO file to set its toggles."));
  const { document, line } = target;
  const { link } = tools;
  const textDocument = { uri: link.client.code2ProtocolConverter.asUri(document.uri) };
  const { features } = (await link.ask(methods.status, { textDocument, line })) ?? { features: [] };
  if (features.length === 0) return refuse(l10n.t("The rules that apply here have no toggles."));

  const known = features.find(({ name }) => name === feature);
  if (typeof feature === "string" && known === undefined)
    return refuse(l10n.t("The rules that apply here have no toggle {0}.", feature));
  const chosen = known ?? (await pickFeature(features));
  if (chosen === undefined) return givenUp;
  const wanted = isPosition(position) ? position : await pickPosition(chosen);
  if (wanted === undefined) return givenUp;

  const others = Object.entries(workspaceSetting(document.uri, "features") ?? {}).filter(
    ([name]) => name !== chosen.name,
  );
  const all = Object.fromEntries(wanted === "context" ? others : [...others, [chosen.name, wanted === "on"]]);
  await writeSetting(document.uri, "features", Object.keys(all).length === 0 ? undefined : all);
  return { ok: true, feature: chosen.name, position: wanted };
}

async function pickFeature(features: readonly FeatureStatus[]): Promise<FeatureStatus | undefined> {
  if (features.length === 1) return features[0];
  const picked = await window.showQuickPick(
    features.map((feature) => ({ ...wordFeature(feature), feature })),
    { title: l10n.t("Toggles of the rules that apply here"), matchOnDetail: true },
  );
  return picked?.feature;
}

async function pickPosition(feature: FeatureStatus): Promise<Position | undefined> {
  const { label, description } = wordFeature(feature);
  const positions: { readonly label: string; readonly position: Position; readonly detail?: string }[] = [
    { label: l10n.t("On"), position: "on" },
    { label: l10n.t("Off"), position: "off" },
    {
      label: l10n.t("As the context says"),
      position: "context",
      detail: l10n.t("Takes the toggle out of the settings of this workspace"),
    },
  ];
  const picked = await window.showQuickPick(positions, {
    title: label,
    placeHolder: l10n.t("Now {0}. Writes the setting erpExportRules.features", description),
  });
  return picked?.position;
}

function wordFeature({ name, title, position, by }: FeatureStatus) {
  return { label: title, description: l10n.t("{0} ({1})", wordPosition(position, l10n), by), detail: name };
}

function isPosition(position: unknown): position is Position {
  return position === "on" || position === "off" || position === "context";
}
