import type { Finding } from "@erp-export-rules/sdk";
import type { TextVerdict } from "@erp-export-rules/sdk/text";
import type { Judged } from "./judged.ts";
import type { Place } from "./place.ts";

/** What was found on a PCCO, where it stood at one moment. */
export interface Found {
  readonly judged: Judged;
  readonly place: Place;
  readonly verdict: TextVerdict;
  /** Those of the verdict and the further ones, in the order of the text. */
  readonly findings: readonly Finding[];
}

/** @param index position of the PCCO among those of the file */
export function foundAt(judged: Judged, place: Place, index: number): Found {
  const { verdict } = judged;
  const all = judged.findings.map((finding) => place.finding(finding));
  const own = all.slice(0, verdict.findings.length);
  const findings = own.length === all.length ? own : all.sort(byPlace);
  return { judged, place, verdict: { index, outcome: verdict.outcome, findings: own }, findings };
}

/** As the SDK orders findings: what has no place of its own comes last. */
function byPlace({ range: a }: Finding, { range: b }: Finding): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a.start.line - b.start.line || a.start.character - b.start.character;
}
