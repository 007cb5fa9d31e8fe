import type { ChangeCount, OutcomeChange } from "../analysis/impact.ts";
import type { ChangedDocument, ImpactEnd } from "./impact.ts";
import { documentName, grouped, outcomeWords } from "./words.ts";

/** More changed PCCOs than this are only counted where people read; machines get them all. */
export const mostListed = 100;

/** What changes, in one sentence. */
export function impactSentence({ summary, before, after, unreadable }: ImpactEnd): string {
  const { documents, changed } = summary;
  const unread = unreadable === 0 ? "" : ` ${grouped(unreadable)} can't be read or judged.`;
  if (documents === 0) return `No PCCO to compare.${unread}`;
  const verb = changed === 1 ? "changes" : "change";
  const noun = documents === 1 ? "PCCO" : "PCCOs";
  const counts = `${changed === 0 ? "None" : grouped(changed)} of ${grouped(documents)} ${noun} ${changed === 0 ? "changes" : verb} outcome`;
  return `${counts} with ${after.name} in place of ${before.name}.${unread}`;
}

/** One outcome and the other: `can be sent → can't be sent`. */
export function changeWords({ from, to }: Pick<OutcomeChange, "from" | "to">, event: string): string {
  const { can, cannot } = outcomeWords(event);
  const words = { exportable: can, blocked: cannot, unknown: "can't tell" };
  return `${words[from]} → ${words[to]}`;
}

/** Counts of changes in a row: `can be sent → can't be sent 9, can't tell → can be sent 2`. */
export function changesInRow(changes: readonly ChangeCount[], event: string): string {
  return changes.map((change) => `${changeWords(change, event)} ${grouped(change.documents)}`).join(", ");
}

/** A PCCO by its place and what people call it. */
export function changedName(changed: ChangedDocument): string {
  return changed.label === "" ? documentName(changed) : `${documentName(changed)} (${changed.label})`;
}

/** What is said in place of those that are not listed. */
export function moreWords(more: number): string {
  return `and ${grouped(more)} more; --format ndjson lists them all`;
}
