import type { RulePlace, RuleSet } from "@erp-export-rules/sdk";
import { type LintFinding, lintRules, lintTests, type RuleFileSource } from "@erp-export-rules/sdk/authoring";
import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity } from "vscode-languageserver-types";
import type { Project, RuleText } from "../model.ts";

/** Most values that are tried for one file, so that whoever types never waits. What takes more is left to `erp-rules lint`. */
const mostSteps = 10_000;

/** Longer witnesses are left out of messages, in UTF-16 units. */
const longestWitness = 400;

const severities: Readonly<Record<LintFinding["severity"], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Where the file of a place can be opened; `undefined` when the editor can't open it. */
export type UriOf = (place: RulePlace) => string | undefined;

/**
 * What is probably not meant in a rule file that loads. A file that has faults is not linted, and what is not decided is not
 * told. Tests are asked for where the workspace folder has any.
 */
export function lintDiagnostics(rule: RuleText, project: Pick<Project, "ruleTests">, uriOf: UriOf): Diagnostic[] {
  const { source, ruleSet, isCurrent } = rule;
  if (source === undefined || ruleSet === undefined || !isCurrent) return [];
  const tests = project.ruleTests.map(({ document }) => document.value);
  // Whoever types a test does not wait for the rules to be linted again.
  return [...provedOf(ruleSet, source), ...(tests.length === 0 ? [] : lintTests(ruleSet, source, tests))]
    .filter(({ id }) => id !== "lint/not-decided")
    .map((finding) => toDiagnostic(finding, rule, uriOf));
}

interface Proved {
  readonly source: RuleFileSource;
  readonly findings: readonly LintFinding[];
}

/** What was proved last: nothing else can be while the file and what it extends stay as they are. */
const proved = new WeakMap<RuleSet, Proved>();

/** The findings that do not depend on tests. */
function provedOf(ruleSet: RuleSet, source: RuleFileSource): readonly LintFinding[] {
  const known = proved.get(ruleSet);
  if (known !== undefined && known.source === source) return known.findings;
  const findings = lintRules(ruleSet, source, { steps: mostSteps });
  proved.set(ruleSet, { source, findings });
  return findings;
}

function toDiagnostic(
  { id, severity, message, place, related, witness }: LintFinding,
  { document }: RuleText,
  uriOf: UriOf,
): Diagnostic {
  const information = related.flatMap((each): readonly DiagnosticRelatedInformation[] => {
    const uri = uriOf(each.place);
    return uri === undefined || each.place.range === undefined
      ? []
      : [{ location: { uri, range: each.place.range }, message: each.message }];
  });
  const start = document.valueRange([])?.start ?? { line: 0, character: 0 };
  return {
    range: place.range ?? { start, end: start },
    severity: severities[severity],
    code: id,
    source: "erp-export-rules",
    message: `${message}${witness === undefined ? "" : witnessWords(witness)}`,
    ...(information.length === 0 ? {} : { relatedInformation: information }),
  };
}

/** The PCCO that shows a finding, on a line of its own. */
function witnessWords({ document, event, shows }: NonNullable<LintFinding["witness"]>): string {
  const written = JSON.stringify(document);
  return written.length > longestWitness ? "" : `\nAsked for ${event}, this PCCO shows it (${shows}): ${written}`;
}
