import type { Finding } from "@erp-export-rules/sdk";
import type { Library } from "@erp-export-rules/sdk/authoring";
import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import type { PccoFile, SurroundingsOf } from "../model.ts";
import type { FoundFinding } from "../text/open-pcco-file.ts";
import { createJudge } from "./judge.ts";
import { diagnosticSource, type RuleLinks, rangeOf, toDiagnostic } from "./to-diagnostic.ts";

/** Most findings shown of one file: an editor that is given tens of thousands stands still. */
export const mostDiagnostics = 500;

/** What diagnostics are made with. */
export interface DiagnosticSetting extends RuleLinks {
  /** The rule sets that `$expect` may speak of besides the one in force. */
  readonly library?: Library;
}

/** Some findings of a file, the heaviest first, and how many there are in all. */
export interface FoundFindings {
  readonly first: readonly FoundFinding[];
  readonly total: number;
}

/** Everything that is wrong with the PCCOs of a file, errors first; of very many findings the heaviest. */
export function pccoDiagnostics(
  file: PccoFile,
  surroundingsOf: SurroundingsOf,
  setting: DiagnosticSetting,
): Diagnostic[] {
  const judge = createJudge(surroundingsOf, setting.library);
  const found = file.records.flatMap((record) => {
    const { findings, surroundings } = judge.record(record);
    return findings.map((finding): FoundFinding => ({ record, finding, surroundings }));
  });
  return foundDiagnostics(file, { first: found, total: found.length }, setting);
}

/**
 * The same for a caller that knows the findings already.
 * @param found at least the 500 heaviest; those of `$expect` are had by `furtherFindings`
 */
export function foundDiagnostics(file: PccoFile, { first, total }: FoundFindings, links: RuleLinks): Diagnostic[] {
  const shown = first
    .map((found) => ({ ...found, range: rangeOf(found.finding, found.record, file) }))
    .sort((a, b) => rank(a.finding) - rank(b.finding) || inOrder(a.range.start, b.range.start))
    .slice(0, mostDiagnostics)
    .map(({ finding, record, surroundings }) => toDiagnostic(finding, record, file, surroundings, links));
  return total > shown.length ? [...shown, left(total - shown.length)] : shown;
}

function rank({ severity }: Finding): number {
  return severity === "error" ? 0 : severity === "warning" ? 1 : 2;
}

function inOrder(
  a: { readonly line: number; readonly character: number },
  b: { readonly line: number; readonly character: number },
): number {
  return a.line - b.line || a.character - b.character;
}

function left(count: number): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Information,
    code: "document/more",
    source: diagnosticSource,
    message: `And ${count} more ${count === 1 ? "finding" : "findings"} in this file, which are shown once others are mended.`,
  };
}
