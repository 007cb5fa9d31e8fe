import { type LintReport, summaryOf } from "./lint-report.ts";
import { count } from "./words.ts";

/** The report in one plain sentence. */
export function lintSentence(report: LintReport): string {
  const { files, errors, warnings, infos } = summaryOf(report);
  const found = [
    ...(errors > 0 ? [count(errors, "error")] : []),
    ...(warnings > 0 ? [count(warnings, "warning")] : []),
    ...(infos > 0 ? [count(infos, "note")] : []),
  ];
  return `${count(files, "rule file")}: ${found.join(", ") || "nothing found"}.`;
}
