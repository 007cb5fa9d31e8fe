import type { FeatureStatus, StatusResult } from "../../protocol.ts";
import type { L10n } from "../l10n.ts";

/** How a language status item looks. */
export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly severity: "information" | "warning" | "error";
}

/** What the status items of a document say. A part that is absent has nothing to say. */
export interface StatusTexts {
  readonly rules?: StatusText;
  readonly context?: StatusText;
  readonly toggles?: StatusText;
  readonly counts?: StatusText;
}

/** Words a status for people. `null`, for a document that holds no PCCOs or rules, gives no items. */
export function wordStatus(status: StatusResult | null, l10n: L10n): StatusTexts {
  if (status === null) return {};
  const rules = wordRules(status, l10n);
  if (status.kind === "rules") return { rules };
  return {
    rules,
    context: {
      text: status.context === undefined ? l10n.t("No context") : l10n.t("Context {0}", status.context.label),
      detail: status.whyContext,
      severity: "information",
    },
    ...(status.features.length === 0 ? {} : { toggles: wordToggles(status.features, l10n) }),
    counts: wordCounts(status, l10n),
  };
}

function wordRules({ kind, ruleSet, whyRules, notice }: StatusResult, l10n: L10n): StatusText {
  if (ruleSet === undefined) return { text: l10n.t("No rules"), detail: whyRules, severity: "error" };
  const { id, version } = ruleSet;
  const text = kind === "rules" ? l10n.t("Rule set {0} {1}", id, version) : l10n.t("Rules {0} {1}", id, version);
  return notice === undefined
    ? { text, detail: whyRules, severity: "information" }
    : { text, detail: notice, severity: "warning" };
}

function wordToggles(features: readonly FeatureStatus[], l10n: L10n): StatusText {
  return {
    text: features.map(({ title, position }) => `${title}: ${wordPosition(position, l10n)}`).join(", "),
    detail: [...new Set(features.map(({ by }) => by))].join(", "),
    severity: "information",
  };
}

/** How a toggle stands. */
export function wordPosition(position: FeatureStatus["position"], l10n: L10n): string {
  if (position === "unknown") return l10n.t("unknown");
  return position === "on" ? l10n.t("on") : l10n.t("off");
}

function wordCounts({ counts: { documents, blocked, unknown }, event }: StatusResult, l10n: L10n): StatusText {
  const parts = [
    ...(blocked === 0 ? [] : [l10n.t("{0} of {1} blocked", blocked, documents)]),
    ...(unknown === 0 ? [] : [l10n.t("{0} of {1} unknown", unknown, documents)]),
  ];
  return {
    text: parts.length === 0 ? l10n.t("No PCCO is blocked") : parts.join(", "),
    detail: l10n.t("Judged for the event {0}", event),
    severity: "information",
  };
}
