import type { DocumentEdit, Finding } from "@erp-export-rules/sdk";
import { editValue } from "@erp-export-rules/sdk/text";
import type { PccoRecord } from "../model.ts";
import type { Judge } from "./judge.ts";

/** What edits of a PCCO would bring about. */
export interface Trial {
  /** Whether all findings they are to mend are gone, and nothing as heavy has come in their place. */
  readonly mends: boolean;
  /** What comes in their place: it was hidden, or the edits cause it. */
  readonly revealed: readonly Finding[];
  readonly value: unknown;
  readonly findings: readonly Finding[];
}

/** Edits to try out. */
export interface Attempt {
  /** The findings before the edits. */
  readonly before: readonly Finding[];
  /** Those of them that the edits are to mend. */
  readonly mended: readonly Finding[];
  readonly edits: readonly DocumentEdit[];
  /** Whether they have only one right answer. What comes to light behind it was there all the time. */
  readonly isSafe: boolean;
}

/**
 * Tries edits out on a PCCO, without changing its text.
 * @returns `undefined` when the edits can't be carried out
 */
export function tryEdits(
  record: PccoRecord,
  judge: Judge,
  { before, mended, edits, isSafe }: Attempt,
): Trial | undefined {
  let value: unknown;
  try {
    value = editValue(record.document().value, edits);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  const pointers = edits.map(({ path }) => path);
  const { findings } = judge.changed(record, value, pointers);
  const known = new Set(before.map(keyOf));
  const revealed = findings.filter((finding) => !known.has(keyOf(finding)));
  const places = new Set(mended.map(placeOf));
  const areGone = !findings.some((finding) => places.has(placeOf(finding)));
  const heaviest = Math.max(...mended.map(weightOf));
  const isWorse = revealed.some((finding) => weightOf(finding) >= heaviest && !wasHidden(finding, mended, isSafe));
  return { mends: areGone && !isWorse, revealed, value, findings };
}

/** Whether a finding was there before, but hidden: rules are not asked about a value of the wrong type. */
function wasHidden({ path, stage }: Finding, mended: readonly Finding[], isSafe: boolean): boolean {
  if (stage === "read") return false;
  return isSafe || mended.some((each) => each.stage === "read" && each.path === path);
}

function weightOf({ severity }: Finding): number {
  return severity === "error" ? 3 : severity === "warning" ? 2 : 1;
}

function placeOf({ ruleId, path }: Finding): string {
  return `${ruleId} ${path}`;
}

function keyOf(finding: Finding): string {
  return `${finding.state} ${placeOf(finding)}`;
}
