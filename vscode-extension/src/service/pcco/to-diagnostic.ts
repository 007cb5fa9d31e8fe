import type { Finding, RulePlace } from "@erp-export-rules/sdk";
import type { Range } from "@erp-export-rules/sdk/text";
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import type { PccoFile, PccoRecord, Surroundings } from "../model.ts";

/** How diagnostics name the product. */
export const diagnosticSource = "erp-export-rules";

/** Where rule files can be opened. */
export interface RuleLinks {
  /** The URI of the file that a rule stands in; `undefined` when the editor can't open it. */
  ruleUri(place: RulePlace, judgedBy: Surroundings): string | undefined;
}

/** What a diagnostic keeps for code actions: the PCCO's position in the file, and the finding's place and rule. */
export interface DiagnosticData {
  readonly index: number;
  readonly path: string;
  readonly ruleId: string;
}

const severities: Readonly<Record<Finding["severity"], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/**
 * A finding as editors show it.
 * @param surroundings what the PCCO is judged by; `undefined` when it can't be judged
 */
export function toDiagnostic(
  finding: Finding,
  record: PccoRecord,
  file: PccoFile,
  surroundings: Surroundings | undefined,
  { ruleUri }: RuleLinks,
): Diagnostic {
  const { ruleId, path, source, rule } = finding;
  const uri = rule === undefined || surroundings === undefined ? undefined : ruleUri(rule, surroundings);
  const related =
    rule?.range === undefined || surroundings === undefined || uri === undefined
      ? undefined
      : [{ location: { uri, range: rule.range }, message: nameOfRule(ruleId, surroundings) }];
  const data: DiagnosticData = { index: record.index, path, ruleId };
  return {
    range: rangeOf(finding, record, file),
    severity: severities[finding.severity],
    code: ruleId,
    ...(source === undefined || source.url === "" ? {} : { codeDescription: { href: source.url } }),
    source: diagnosticSource,
    message: messageOf(finding, surroundings),
    ...(isNeedless(finding, surroundings) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related === undefined ? {} : { relatedInformation: related }),
    data,
  };
}

/** Where a finding is shown: at its place, or on the first line of its PCCO. */
export function rangeOf({ range }: Finding, { startLine }: PccoRecord, file: PccoFile): Range {
  if (range !== undefined) return range;
  const start = { line: startLine, character: 0 };
  return { start, end: { line: startLine, character: file.lineAt(startLine).length } };
}

function nameOfRule(ruleId: string, { rules }: Surroundings): string {
  const { id, version } = rules.reference;
  return `Rule ${ruleId} of ${id} ${version}`;
}

/** What is allowed is told too where the message leaves it out: which lines a line may name. */
function messageOf({ message, ruleId, state, expected }: Finding, surroundings: Surroundings | undefined): string {
  const isReference = definitionOf(ruleId, surroundings)?.refersTo !== undefined;
  if (!isReference || state === "unknown" || expected === undefined || message.includes(expected)) return message;
  return `${message} Allowed: ${expected}.`;
}

/** Whether a finding is about a value that must not be there. */
function isNeedless({ ruleId, state }: Finding, surroundings: Surroundings | undefined): boolean {
  return state === "broken" && definitionOf(ruleId, surroundings)?.absent === true;
}

function definitionOf(ruleId: string, surroundings: Surroundings | undefined) {
  return surroundings?.rules.definition.rules.find(({ id }) => id === ruleId)?.definition;
}
