import type { Finding } from "@erp-export-rules/sdk";
import { type CodeAction, CodeActionKind, type Diagnostic } from "vscode-languageserver-types";
import { commands } from "../../protocol.ts";
import type { PccoFile, PccoRecord, Project, Surroundings, SurroundingsOf } from "../model.ts";
import { editOf, wants } from "./actions.ts";
import { fixAll, wantsFixAll } from "./fix-all.ts";
import { createJudge, type Judge } from "./judge.ts";
import { provedFixes } from "./proved-fixes.ts";
import { type CodeActionRequest, isAsked, recordsAt } from "./request.ts";
import { syntaxFault } from "./syntax-fault.ts";
import { type RuleLinks, rangeOf, toDiagnostic } from "./to-diagnostic.ts";
import { turnOffRule } from "./turn-off.ts";

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
  const quick = wants(request.only, CodeActionKind.QuickFix) ? quickFixes(file, surroundingsOf, request, setting) : [];
  return all === undefined ? quick : [...quick, all];
}

/** A finding with all that its actions are made from. */
interface Touched {
  readonly finding: Finding;
  readonly record: PccoRecord;
  readonly findings: readonly Finding[];
  readonly surroundings: Surroundings | undefined;
  readonly diagnostic: Diagnostic;
}

function quickFixes(
  file: PccoFile,
  surroundingsOf: SurroundingsOf,
  request: CodeActionRequest,
  setting: CodeActionSetting,
): CodeAction[] {
  const records = recordsAt(file, request);
  const fault = records.map((record) => syntaxFault(record)).find((each) => each !== undefined);
  if (fault !== undefined) return disabledBy(fault.range.start.line, request);
  const judge = createJudge(surroundingsOf, setting.project?.library);
  const touched = records.flatMap((record) => touchedIn(record, file, judge, request, setting)).slice(0, mostFindings);
  return [
    ...joined(touched.flatMap((each) => fixActions(each, file, judge))),
    ...turnOffActions(touched, file, setting),
  ];
}

function touchedIn(
  record: PccoRecord,
  file: PccoFile,
  judge: Judge,
  request: CodeActionRequest,
  setting: CodeActionSetting,
): readonly Touched[] {
  const { findings, surroundings } = judge.record(record);
  return findings
    .filter((finding) => isAsked(finding, rangeOf(finding, record, file), record, request))
    .map((finding) => {
      const diagnostic = toDiagnostic(finding, record, file, surroundings, setting);
      return { finding, record, findings, surroundings, diagnostic };
    });
}

function fixActions({ finding, record, findings, diagnostic }: Touched, file: PccoFile, judge: Judge): CodeAction[] {
  const fixes = provedFixes(finding, record, findings, judge);
  const preferred = fixes.find(({ kind }) => kind === "safe");
  return fixes.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(fix === preferred ? { isPreferred: true } : {}),
    edit: editOf(file, fix.textEdits),
  }));
}

/** Two findings with the same fix have one action: a misspelt status breaks two rules. */
function joined(actions: readonly CodeAction[]): CodeAction[] {
  const byEdit = new Map<string, CodeAction>();
  for (const action of actions) {
    const key = JSON.stringify([action.title, action.edit]);
    const known = byEdit.get(key);
    if (known === undefined) byEdit.set(key, action);
    else known.diagnostics = [...(known.diagnostics ?? []), ...(action.diagnostics ?? [])];
  }
  return [...byEdit.values()];
}

function disabledBy(line: number, { only }: CodeActionRequest): CodeAction[] {
  if (only === undefined || only.length === 0) return [];
  const reason = `The text has a fault on line ${line + 1}. Once it can be read again, fixes can be tried out.`;
  return [{ title: "Fix this PCCO", kind: CodeActionKind.QuickFix, disabled: { reason } }];
}

/** One action for each rule, whatever the number of its findings. */
function turnOffActions(
  touched: readonly Touched[],
  file: PccoFile,
  { hasCommands, project }: CodeActionSetting,
): CodeAction[] {
  const rules = new Map<string, Touched>();
  for (const each of touched) {
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
