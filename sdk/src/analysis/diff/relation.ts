import type { EventDifference, OpenQuestion, Relation } from "./event-diff.ts";

/** How much keeps a PCCO back. */
const weights: Readonly<Record<string, number>> = { exportable: 0, possible: 0, unknown: 1, blocked: 2, impossible: 2 };

/** How the newer rule set stands to the older one, as far as it is proved. */
export function relationOf(differences: readonly EventDifference[], notDecided: readonly OpenQuestion[]): Relation {
  const isMore = ({ before, after }: Pick<OpenQuestion, "before" | "after">): boolean =>
    (weights[after] ?? 0) > (weights[before] ?? 0);
  const isLess = ({ before, after }: Pick<OpenQuestion, "before" | "after">): boolean =>
    (weights[after] ?? 0) < (weights[before] ?? 0);
  const isElse = (each: Pick<OpenQuestion, "before" | "after">): boolean => !isMore(each) && !isLess(each);
  const [more, less] = [differences.some(isMore), differences.some(isLess)];
  if (differences.some(isElse) || (more && less)) return "incomparable";
  if (notDecided.some(isElse)) return "not decided";
  if (more) return notDecided.some(isLess) ? "not decided" : "stricter";
  if (less) return notDecided.some(isMore) ? "not decided" : "looser";
  return notDecided.length > 0 ? "not decided" : "equivalent";
}
