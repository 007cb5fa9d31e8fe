import type { Action, Reason } from "@erp-export-rules/sdk";
import type { L10n } from "../l10n.ts";

/** An event as a list to choose from shows it. */
export interface EventChoice {
  readonly label: string;
  readonly description: string;
  /** Every reason why not; empty for a possible event. */
  readonly detail: string;
  readonly action: Action;
}

/** The events of a PCCO: first those that can happen, then those of which facts are missing, then the others with the reasons why not. */
export function eventChoices(actions: readonly Action[], l10n: L10n): readonly EventChoice[] {
  return actions
    .map((action) => ({ action, standing: standingOf(action) }))
    .sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing))
    .map(({ action, standing }) => ({
      label: `$(${icons[standing]}) ${action.label}`,
      description: standing === "possible" ? "" : wordStanding(standing, l10n),
      detail: wordReasons(action.reasons),
      action,
    }));
}

/** Reasons as one text. */
export function wordReasons(reasons: readonly Reason[]): string {
  return [...new Set(reasons.map(({ message }) => message))].join(" ");
}

type Standing = "possible" | "unknown" | "impossible";

const order: readonly Standing[] = ["possible", "unknown", "impossible"];
const icons = { possible: "play", unknown: "question", impossible: "circle-slash" };

/** Unknown when nothing is known to be wrong, but facts are missing. */
function standingOf({ enabled, reasons }: Action): Standing {
  if (enabled) return "possible";
  return reasons.length > 0 && reasons.every(({ unknown }) => unknown === true) ? "unknown" : "impossible";
}

function wordStanding(standing: Standing, l10n: L10n): string {
  return standing === "unknown" ? l10n.t("can't be told") : l10n.t("not possible now");
}
