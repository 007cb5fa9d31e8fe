import { type RuleProblem, readRuleTest } from "@erp-export-rules/sdk/authoring";
import type { TextDocument } from "@erp-export-rules/sdk/text";
import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import type { Project, RuleTestText, RuleText } from "../model.ts";
import { rangeOfProblem } from "./problem-range.ts";
import { ruleSetFor } from "./rule-sets.ts";

/**
 * Kinds of faults of rule files and rule tests: the text can't be read; a key is missing, unknown or of the wrong kind; a
 * name is not known or does not fit; a published version was changed.
 */
export type RuleProblemCode = "rules/syntax" | "rules/shape" | "rules/names" | "rules/published";

/** The faults of a rule file, each at its place; those of the whole file on its first line. */
export function ruleDiagnostics(rule: RuleText): Diagnostic[] {
  return rule.problems.map((problem) => toDiagnostic(problem, rule.document, codeOf(problem, rule)));
}

/** The faults of a rule test file, each at its place: of syntax, of shape, and names that its rule set does not have. */
export function ruleTestDiagnostics(test: RuleTestText, project: Project): Diagnostic[] {
  const { content, problems } = readRuleTest(test.document, test.file, (reference) => ruleSetFor(reference, project));
  const code = content === undefined ? "rules/shape" : "rules/names";
  return problems.map((problem) => toDiagnostic(problem, test.document, isOfText(test) ? "rules/syntax" : code));
}

function isOfText({ document }: { readonly document: TextDocument }): boolean {
  return document.problems.length > 0;
}

function codeOf({ path, message }: RuleProblem, rule: RuleText): RuleProblemCode {
  if (isOfText(rule)) return "rules/syntax";
  if (rule.source === undefined) return "rules/shape";
  return rule.isPublished && path === "/version" && message.includes("is published")
    ? "rules/published"
    : "rules/names";
}

function toDiagnostic(problem: RuleProblem, document: TextDocument, code: RuleProblemCode): Diagnostic {
  return {
    range: rangeOfProblem(problem, document),
    severity: DiagnosticSeverity.Error,
    code,
    source: "erp-export-rules",
    message: sentence(problem.message),
  };
}

/** A message as an editor shows it by itself: with a capital, unless it begins with the name of something. */
function sentence(message: string): string {
  return message.replace(/^[a-z]+(?=[ ,])/, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}
