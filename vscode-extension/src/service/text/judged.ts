import type { Finding } from "@erp-export-rules/sdk";
import { checkDocument, checkWithout, type TextDocument, type TextVerdict } from "@erp-export-rules/sdk/text";
import type { Surroundings, Unjudgeable } from "../model.ts";

/** Finds more than the rules of a PCCO that can be judged do, such as faults of its `$expect`. */
export type Further = (document: TextDocument, surroundings: Surroundings) => readonly Finding[];

/** No further findings. */
export const nothingFurther: Further = () => [];

/** What was found on a PCCO, and by what it was judged. All ranges are positions in what was read for it. */
export interface Judged {
  readonly by: Surroundings | Unjudgeable;
  readonly further: Further;
  readonly verdict: TextVerdict;
  /** Those of the verdict and the further ones, in the order of the text. */
  readonly findings: readonly Finding[];
}

/** Judges a PCCO. */
export function judge(document: TextDocument, by: Surroundings | Unjudgeable, further: Further): Judged {
  if ("cannot" in by) {
    const verdict = checkWithout(document, by.cannot, by.problem);
    return { by, further, verdict, findings: verdict.findings };
  }
  const verdict = checkDocument(by.rules, document, by.context, by);
  const more = document.value === undefined ? [] : further(document, by);
  return {
    by,
    further,
    verdict,
    findings: more.length === 0 ? verdict.findings : [...verdict.findings, ...more].sort(byPlace),
  };
}

/** What has no place of its own stands where its PCCO begins. */
function byPlace({ range: a }: Finding, { range: b }: Finding): number {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined);
  return a.start.line - b.start.line || a.start.character - b.start.character;
}
