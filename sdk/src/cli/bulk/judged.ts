import type { Summary } from "../../generated/types.ts";
import type { CheckedDocument, ReportFormat } from "../../report/index.ts";
import type { RuleSet } from "../../rule-set.ts";
import type { ExitCode } from "../exit-code.ts";

/** What came of a work. */
export interface Judged {
  /** The lines of the report, when it is in NDJSON; to be written before their memory is used again. */
  readonly ndjson: Uint8Array<ArrayBuffer>;
  /** The items of the report, when it is in JSON, as `jsonItems` writes them. */
  readonly json: string;
  /** The reports, for all other formats. */
  readonly documents: readonly CheckedDocument[];
  readonly summary: Summary;
  readonly exitCode: ExitCode;
  /** The rule sets that were asked here for the first time. */
  readonly used: readonly UsedRules[];
}

/** A rule set that was asked, as far as a report needs it. */
export interface UsedRules {
  readonly reference: RuleSet["reference"];
  /** The titles of its rules, by id. */
  readonly titles: Readonly<Record<string, string | undefined>>;
}

/** What PCCOs are asked, and how the answers are to be written. */
export interface Question {
  readonly event: string;
  readonly at: string;
  readonly format: ReportFormat;
}
