import type { Finding } from "@erp-export-rules/sdk";
import type { TextProblem } from "@erp-export-rules/sdk/text";
import { type CodeAction, CodeActionKind, type Diagnostic } from "vscode-languageserver-types";
import { commands } from "../../protocol.ts";
import type { PccoFile, PccoRecord, Project, Surroundings, SurroundingsOf } from "../model.ts";
import { editOf, textEditsOf, wants } from "./actions.ts";
import { fixAll, wantsFixAll } from "./fix-all.ts";
import { createJudge, type Judge } from "./judge.ts";
import { type ProvedFix, provedFixes } from "./proved-fixes.ts";
import { type CodeActionRequest, isAsked, recordsAt } from "./request.ts";
import { syntaxFault } from "./syntax-fault.ts";
import { type RuleLinks, rangeOf, toDiagnostic } from "./to-diagnostic.ts";
import { turnOffRule } from "./turn-off.ts";

export { fixAllKind } from "./fix-all.ts";

/** Most findings whose fixes are tried out for one request: somebody may have selected the whole file. */
const mostFindings = 50;

/** What code actions are made with. */
export interface CodeActionSetting extends RuleLinks {
  /** Whether the editor has the extension's own commands. */
  readonly hasCommands: boolean;
  /** The workspace folder, where rule files can be proposed and changed; without it none are. */
  readonly project?: Project;
}

/** What can be done about the findings at a place: fixes that were tried out, and turning their rules off. */
export function pccoCodeActions(
  file: PccoFile,
  surroundingsOf: SurroundingsOf,
  request: CodeActionRequest,
  setting: CodeActionSetting,
): CodeAction[] {
  const all = wantsFixAll(request.only) ? fixAll(file, surroundingsOf) : undefined;
  const quick = wants(request.only, CodeActionKind.QuickFix)
    ? quickActions(file, surroundingsOf, request, setting)
    : [];
  return all === undefined ? quick : [...quick, all];
}

/** A finding with all that its actions are made from. */
interface Asked {
  readonly finding: Finding;
  readonly record: PccoRecord;
  readonly findings: readonly Finding[];
  readonly surroundings: Surroundings | undefined;
  readonly diagnostic: Diagnostic;
}

function quickActions(
  file: PccoFile,
  surroundingsOf: SurroundingsOf,
  request: CodeActionRequest,
  setting: CodeActionSetting,
): CodeAction[] {
  const judge = createJudge(surroundingsOf, setting.project?.library);
  const asked: Asked[] = [];
  let fault: TextProblem | undefined;
  for (const record of recordsAt(file, request)) {
    if (asked.length >= mostFindings) break;
    const found = syntaxFault(record);
    fault ??= found;
    const left = mostFindings - asked.length;
    if (found === undefined) asked.push(...askedIn(record, file, judge, request, setting, left));
  }
  const actions = [...fixActions(asked, file, judge), ...turnOffActions(asked, file, setting)];
  return actions.length > 0 || fault === undefined ? actions : disabledActions(fault, request);
}

function askedIn(
  record: PccoRecord,
  file: PccoFile,
  judge: Judge,
  request: CodeActionRequest,
  setting: CodeActionSetting,
  most: number,
): readonly Asked[] {
  const { findings, surroundings } = judge.record(record);
  return findings
    .filter((finding) => isAsked(finding, rangeOf(finding, record, file), record, request))
    .slice(0, most)
    .map((finding) => {
      const diagnostic = toDiagnostic(finding, record, file, surroundings, setting);
      return { finding, record, findings, surroundings, diagnostic };
    });
}

/** Findings with the same fix have one action: a misspelt status breaks two rules, and all lines may take one value. */
function fixActions(asked: readonly Asked[], file: PccoFile, judge: Judge): CodeAction[] {
  const byEdits = new Map<string, { record: PccoRecord; fix: ProvedFix; diagnostics: Diagnostic[] }>();
  for (const { finding, record, findings, diagnostic } of asked) {
    for (const fix of provedFixes(finding, record, findings, judge)) {
      const key = JSON.stringify([record.index, fix.edits]);
      const known = byEdits.get(key);
      if (known === undefined) byEdits.set(key, { record, fix, diagnostics: [diagnostic] });
      else known.diagnostics.push(diagnostic);
    }
  }
  const mended = new Set<Diagnostic>();
  return [...byEdits.values()].flatMap(({ record, fix, diagnostics }) => {
    const edits = textEditsOf(record, fix.edits);
    if (edits === undefined) return [];
    const isPreferred = fix.kind === "safe" && !diagnostics.some((each) => mended.has(each));
    if (isPreferred) for (const each of diagnostics) mended.add(each);
    const action = { title: fix.title, kind: CodeActionKind.QuickFix, diagnostics, edit: editOf(file, edits) };
    return [isPreferred ? { ...action, isPreferred } : action];
  });
}

/** Says why there is nothing, to editors that ask for fixes alone. */
function disabledActions({ range }: TextProblem, { only }: CodeActionRequest): CodeAction[] {
  if (only === undefined || only.length === 0) return [];
  const reason = `The text has a fault on line ${range.start.line + 1}. Once it can be read again, fixes can be tried out.`;
  return [{ title: "Fix this PCCO", kind: CodeActionKind.QuickFix, disabled: { reason } }];
}

/** One action for each rule, whatever the number of its findings. */
function turnOffActions(
  asked: readonly Asked[],
  file: PccoFile,
  { hasCommands, project }: CodeActionSetting,
): CodeAction[] {
  const rules = new Map<string, Asked>();
  for (const each of asked) {
    const key = `${each.record.index} ${each.finding.ruleId}`;
    if (each.finding.rule !== undefined && !rules.has(key)) rules.set(key, each);
  }
  return [...rules.values()].flatMap(({ finding: { ruleId }, record, surroundings, diagnostic }): CodeAction[] => {
    const title = `Turn off ${ruleId} here, with a reason`;
    const action = { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
    if (hasCommands) {
      const args = [file.uri, diagnostic.range.start.line, ruleId];
      return [{ ...action, command: { title, command: commands.turnOffRule, arguments: args } }];
    }
    if (project === undefined || surroundings === undefined) return [];
    const turned = turnOffRule(file, record, surroundings, ruleId, "say why", project);
    return "edit" in turned ? [{ ...action, edit: turned.edit }] : [];
  });
}
