import { place, workflowCommand } from "./github.ts";
import type { LintReport } from "./lint-report.ts";

/** Workflow commands, which GitHub shows beside the lines of a pull request. */
export function githubLint({ files }: LintReport): string {
  return files
    .flatMap(({ file, findings }) =>
      findings.map(({ id, severity, message, place: { range } }) =>
        workflowCommand(severity, { ...place({ file }, range === undefined ? {} : { range }), title: id }, message),
      ),
    )
    .map((line) => `${line}\n`)
    .join("");
}
