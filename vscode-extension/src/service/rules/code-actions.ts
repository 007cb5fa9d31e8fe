import { type RuleProblem, readRuleTest } from "@erp-export-rules/sdk/authoring";
import type { Range } from "@erp-export-rules/sdk/text";
import { type CodeAction, CodeActionKind, type TextEdit } from "vscode-languageserver-types";
import type { Project, RuleTestText, RuleText } from "../model.ts";
import type { CodeActionRequest } from "../pcco/request.ts";
import { missingKeyEdits } from "./missing-key.ts";
import { rangeOfProblem } from "./problem-range.ts";
import { ruleSetFor } from "./rule-sets.ts";
import { slipEdit } from "./slip.ts";

/** Mends faults of a rule file: the word that was probably meant, missing quotes, missing keys. */
export function ruleCodeActions(rule: RuleText, request: CodeActionRequest, project: Project): CodeAction[] {
  return actionsFor(rule, rule.problems, request, project, rule.version);
}

/** Mends faults of a rule test file: the word that was probably meant, missing quotes. */
export function ruleTestCodeActions(test: RuleTestText, request: CodeActionRequest, project: Project): CodeAction[] {
  const { problems } = readRuleTest(test.document, test.file, (reference) => ruleSetFor(reference, project));
  return actionsFor(test, problems, request, project, null);
}

function actionsFor(
  file: RuleText | RuleTestText,
  problems: readonly RuleProblem[],
  { range: { start, end = start }, diagnostics, only }: CodeActionRequest,
  project: Project,
  version: number | null,
): CodeAction[] {
  const isWanted = only === undefined || only.some((kind) => CodeActionKind.QuickFix.startsWith(kind));
  // What a text that can't be read says is not known well enough to write into it.
  if (!isWanted || file.document.problems.length > 0) return [];
  return problems.flatMap((problem) => {
    const place = rangeOfProblem(problem, file.document);
    if (place.end.line < start.line || place.start.line > end.line) return [];
    const shown = diagnostics.filter((each) => isSame(each.range, place));
    return fixesOf(problem, place, file, project).map(({ title, edits }, index, all) => ({
      title,
      kind: CodeActionKind.QuickFix,
      ...(shown.length === 0 ? {} : { diagnostics: shown }),
      ...(index === 0 && all.length === 1 ? { isPreferred: true } : {}),
      edit: { documentChanges: [{ textDocument: { uri: file.uri, version }, edits: [...edits] }] },
    }));
  });
}

interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

function fixesOf(problem: RuleProblem, place: Range, file: RuleText | RuleTestText, project: Project): readonly Fix[] {
  const slip = slipEdit(problem, place, file.text);
  if (slip !== undefined) return [slip];
  return missingKeyEdits(problem, file, project);
}

function isSame(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
