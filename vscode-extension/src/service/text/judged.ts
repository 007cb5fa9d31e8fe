import type { Finding } from "@erp-export-rules/sdk";
import type { TextDocument, TextVerdict } from "@erp-export-rules/sdk/text";
import type { Surroundings, Unjudgeable } from "../model.ts";
import { checkBy } from "./check-by.ts";

/** Finds more than the rules of a PCCO that can be judged do, such as faults of its `$expect`. */
export type Further = (document: TextDocument, surroundings: Surroundings) => readonly Finding[];

/** No further findings. */
export const nothingFurther: Further = () => [];

/** What was found on a PCCO, and by what it was judged. All ranges are positions in what was read for it. */
export interface Judged {
  readonly by: Surroundings | Unjudgeable;
  readonly further: Further;
  readonly verdict: TextVerdict;
  /** Those of the verdict, and behind them the further ones. */
  readonly findings: readonly Finding[];
  readonly severities: Severities;
}

/** How many findings there are of each severity. */
export type Severities = Readonly<Record<Finding["severity"], number>>;

const clean: Severities = { error: 0, warning: 0, info: 0 };

/** Judges a PCCO. */
export function judge(document: TextDocument, by: Surroundings | Unjudgeable, further: Further): Judged {
  const verdict = checkBy(document, by);
  const more = "cannot" in by || document.value === undefined ? [] : further(document, by);
  const findings = more.length === 0 ? verdict.findings : [...verdict.findings, ...more];
  return { by, further, verdict, findings, severities: count(findings) };
}

function count(findings: readonly Finding[]): Severities {
  if (findings.length === 0) return clean;
  const severities = { ...clean };
  for (const { severity } of findings) severities[severity]++;
  return severities;
}
