import type { DocumentEdit, Finding, Fix } from "@erp-export-rules/sdk";
import type { PccoRecord } from "../model.ts";
import type { Judge } from "./judge.ts";
import { type Trial, tryEdits } from "./proof.ts";

/** A fix that was tried out: its finding is gone afterwards, and nothing as heavy stands in its place. */
export interface ProvedFix {
  readonly title: string;
  readonly kind: Fix["kind"];
  readonly edits: readonly DocumentEdit[];
}

/**
 * The fixes of a finding that hold what they promise, best first. One that would bring an error to light takes the
 * fix of that along, if there is but one: approving a PCCO needs its Approved Date.
 * @param before all findings on the PCCO
 */
export function provedFixes(
  finding: Finding,
  record: PccoRecord,
  before: readonly Finding[],
  judge: Judge,
): readonly ProvedFix[] {
  const attempt = ({ edits, kind }: Fix): Trial | undefined =>
    tryEdits(record, judge, { before, mended: [finding], edits, isSafe: kind === "safe" });
  return finding.fixes.flatMap((fix) => {
    const proved = prove(fix, attempt);
    return proved === undefined ? [] : [{ ...proved, title: titleOf(proved) }];
  });
}

function prove(fix: Fix, attempt: (fix: Fix) => Trial | undefined): Fix | undefined {
  const trial = attempt(fix);
  if (trial === undefined || trial.mends) return trial && fix;
  const whole = withFollowUps(fix, trial);
  return whole !== undefined && attempt(whole)?.mends === true ? whole : undefined;
}

function withFollowUps(fix: Fix, { revealed }: Trial): Fix | undefined {
  const errors = revealed.filter(({ severity }) => severity === "error");
  const followUps = errors.flatMap(({ fixes: [only, ...others] }) =>
    only === undefined || others.length > 0 ? [] : [only],
  );
  if (followUps.length === 0 || followUps.length < errors.length) return undefined;
  const all = [fix, ...followUps];
  return {
    title: all.map(({ title }, index) => (index === 0 ? title : lowerFirst(title))).join(", and "),
    kind: fix.kind === "status" ? "status" : "choice",
    edits: all.flatMap(({ edits }) => edits),
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** What a person must see to is told, since the menu of an editor shows nothing else. */
function titleOf({ title, kind }: Fix): string {
  if (kind === "safe") return title;
  return kind === "status" ? `${title} (only if you may approve it)` : `${title} (check that it is right)`;
}
