import type { ChangedPcco, ImpactCount, RuleImpact } from "../../protocol.ts";
import type { L10n } from "../l10n.ts";

/** The status item of the impact of an edit. */
export interface ImpactText {
  readonly text: string;
  readonly tooltip: string;
}

/** What is said while PCCOs are counted. */
export function wordCount({ changed, documents }: ImpactCount, l10n: L10n, grouped: Grouped): ImpactText {
  const text = l10n.t("{0} of {1} PCCOs change so far", grouped(changed), grouped(documents));
  return { text: `$(sync~spin) ${text}`, tooltip: "" };
}

/** What is said when all are counted; `undefined` where the rules apply to no PCCO. */
export function wordImpact(impact: RuleImpact, l10n: L10n, grouped: Grouped): ImpactText | undefined {
  const { documents, against, rules } = impact;
  if (documents === 0) return undefined;
  const compared = wordAgainst(against, l10n);
  const causes = rules.map(({ ruleId, documents: own }) => `${ruleId}: ${grouped(own)}`);
  return { text: `$(git-compare) ${wordChanged(impact, l10n, grouped)}`, tooltip: [compared, ...causes].join("\n") };
}

/** How many PCCOs change. */
export function wordChanged({ changed, documents }: ImpactCount, l10n: L10n, grouped: Grouped): string {
  if (changed === 0) return l10n.t("No PCCO changes");
  if (changed === 1) return l10n.t("1 of {0} PCCOs changes", grouped(documents));
  return l10n.t("{0} of {1} PCCOs change", grouped(changed), grouped(documents));
}

/** A line of the list of PCCOs that change: the name of a rule, or a PCCO below it. */
export type ImpactRow =
  | { readonly rule: string }
  | { readonly pcco: ChangedPcco; readonly label: string; readonly description: string; readonly detail: string };

/** The PCCOs that change, below the rules that make the difference; one by several rules stands below each. */
export function impactRows(
  { rules, changes, changed }: RuleImpact,
  l10n: L10n,
  grouped: Grouped,
): readonly ImpactRow[] {
  const rowOf = (pcco: ChangedPcco): ImpactRow => ({
    pcco,
    label: pcco.label,
    description: `${wordOutcome(pcco.from, l10n)} → ${wordOutcome(pcco.to, l10n)}`,
    detail: pcco.file,
  });
  const groups = [...rules.map(({ ruleId }) => ruleId), undefined].flatMap((rule): readonly ImpactRow[] => {
    const own = changes.filter(({ ruleIds }) => (rule === undefined ? ruleIds.length === 0 : ruleIds.includes(rule)));
    return own.length === 0 ? [] : [{ rule: rule ?? l10n.t("no single rule") }, ...own.map(rowOf)];
  });
  const more = changed - changes.length;
  return more === 0 ? groups : [...groups, { rule: l10n.t("and {0} more", grouped(more)) }];
}

function wordOutcome(outcome: ChangedPcco["from"], l10n: L10n): string {
  switch (outcome) {
    case "exportable":
      return l10n.t("nothing blocks it");
    case "blocked":
      return l10n.t("blocked");
    case "unknown":
      return l10n.t("can't be told");
  }
}

/** Writes a number as people of the user's language do. */
export type Grouped = (count: number) => string;

function wordAgainst({ kind, label }: RuleImpact["against"], l10n: L10n): string {
  switch (kind) {
    case "saved":
      return l10n.t("With the rules as they are edited, in place of those saved");
    case "published":
      return l10n.t("With the rules as they are edited, in place of {0} as published", label);
    default:
      return l10n.t("With the rules as they are edited, in place of {0}", label);
  }
}
