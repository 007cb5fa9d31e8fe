import type { LintFinding } from "../analysis/lint/finding.ts";
import type { RuleSetReference } from "../generated/types.ts";

/** A finding of lint, or a fault for which a rule file does not load; the ids of these begin with `rules/`. */
export interface LintedFinding extends Omit<LintFinding, "id"> {
  readonly id: string;
}

/** A rule file that was linted. All places are named as people find them. */
export interface LintedFile {
  readonly file: string;
  /** `undefined` for a file that does not load. */
  readonly ruleSet: RuleSetReference | undefined;
  /** For showing the lines that a finding stands on. */
  readonly text: string | undefined;
  readonly findings: readonly LintedFinding[];
}

/** Rule files that were linted. */
export interface LintReport {
  readonly files: readonly LintedFile[];
  /** What each kind of finding is, as a sentence, by id. */
  readonly kinds: Readonly<Record<string, string>>;
}

/** How a report is to look. */
export interface LintReportOptions {
  readonly color: boolean;
  readonly width: number;
}

/** How much was found. */
export interface LintSummary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Counts the findings of a report. */
export function summaryOf({ files }: LintReport): LintSummary {
  const all = files.flatMap(({ findings }) => findings);
  const number = (severity: LintedFinding["severity"]): number =>
    all.filter((finding) => finding.severity === severity).length;
  return { files: files.length, errors: number("error"), warnings: number("warning"), infos: number("info") };
}
