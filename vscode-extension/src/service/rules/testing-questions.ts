import type { Position } from "vscode-languageserver-types";
import type { Project, RuleTestText, RuleText } from "../model.ts";
import { ruleCodeActions, ruleTestCodeActions } from "./code-actions.ts";
import { ruleCodeLenses } from "./code-lens.ts";
import { ruleCompletion, ruleTestCompletion } from "./completion.ts";
import { ruleDefinition } from "./definition.ts";
import { ruleDiagnostics, ruleTestDiagnostics } from "./diagnostics.ts";
import { ruleDocumentLinks } from "./document-links.ts";
import { ruleFoldingRanges } from "./folding.ts";
import { ruleHover } from "./hover.ts";
import { isRuleText } from "./occurrences.ts";
import { ruleReferences } from "./references.ts";
import { ruleRename } from "./rename.ts";
import { listTests, runTests } from "./run-tests.ts";
import { ruleSelectionRanges } from "./selection-ranges.ts";
import { ruleSemanticTokens } from "./semantic-tokens.ts";
import { ruleSignatureHelp } from "./signature-help.ts";
import { ruleSymbols } from "./symbols.ts";
import { ruleTestCodeLenses } from "./test-lenses.ts";
import { companySample } from "./testing.ts";
import { whyTest } from "./why-test.ts";

const everywhere = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
const textOf = (): string | undefined => companySample;

/** Everything that can be asked of a file at a position, by name. */
export function questions(
  file: RuleText | RuleTestText,
  position: Position,
  project: Project,
): Readonly<Record<string, () => unknown>> {
  const request = { range: everywhere, diagnostics: [] };
  const both = {
    symbols: () => ruleSymbols(file),
    folding: () => ruleFoldingRanges(file),
    selection: () => ruleSelectionRanges(file, [position]),
    tokens: () => ruleSemanticTokens(file, project),
    links: () => ruleDocumentLinks(file, project),
    hover: () => ruleHover(file, position, project),
    definition: () => ruleDefinition(file, position, project, textOf),
    references: () => ruleReferences(file, position, project, textOf),
    rename: () => ruleRename(file, position, "another-name", project, textOf),
  };
  if (!isRuleText(file))
    return {
      ...both,
      diagnostics: () => ruleTestDiagnostics(file, project),
      completion: () => ruleTestCompletion(file, position, project, { snippets: true }),
      actions: () => ruleTestCodeActions(file, request, project),
      tests: () => [listTests(project), runTests(project, { uri: file.uri })],
      testLenses: () => ruleTestCodeLenses(file, true),
      why: () => whyTest(file, project, { line: position.line }),
    };
  return {
    ...both,
    diagnostics: () => ruleDiagnostics(file),
    completion: () => ruleCompletion(file, position, project, { snippets: true }),
    actions: () => ruleCodeActions(file, request, project),
    signature: () => ruleSignatureHelp(file, position),
    lenses: () => ruleCodeLenses(file, project, true),
  };
}
