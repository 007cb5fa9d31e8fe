import type { DocumentEdit, Finding } from "@erp-export-rules/sdk";
import type { CodeAction, TextEdit } from "vscode-languageserver-types";
import type { PccoFile, PccoRecord, SurroundingsOf } from "../model.ts";
import { editOf, textEditsOf, wants } from "./actions.ts";
import { createJudge, type Judge } from "./judge.ts";
import { tryEdits } from "./proof.ts";
import { isSyntaxFault } from "./syntax-fault.ts";

/** The kind under which editors fix everything when a file is saved. */
export const fixAllKind = "source.fixAll.erpExportRules";

/** Most rounds for one PCCO: a fix can bring to light what stood behind it. */
const mostRounds = 5;

/** Whether an editor wants everything fixed: it must ask for that, for `source` or `source.fixAll`. */
export function wantsFixAll(only: readonly string[] | undefined): boolean {
  return only !== undefined && only.length > 0 && wants(only, fixAllKind);
}

/**
 * Every fix with only one right answer, in all PCCOs of a file, as one action: what the command line's `--fix` writes.
 * `undefined` when there is none, and while a part of the file can't be read.
 */
export function fixAll(file: PccoFile, surroundingsOf: SurroundingsOf): CodeAction | undefined {
  const judge = createJudge(surroundingsOf, undefined);
  // Not by reading each PCCO again: verdicts are kept, texts that were read are not.
  const verdicts = file.records.map((record) => ({ record, findings: record.verdict(surroundingsOf).findings }));
  if (verdicts.some(({ findings }) => findings.some(isSyntaxFault))) return undefined;
  const edits = verdicts
    .filter(({ findings }) => safeFixes(findings).length > 0)
    .flatMap(({ record }) => safeTextEdits(record, judge));
  if (edits.length === 0) return undefined;
  return { title: "Fix all that has only one right answer", kind: fixAllKind, edit: editOf(file, edits) };
}

function safeTextEdits(record: PccoRecord, judge: Judge): readonly TextEdit[] {
  let { findings } = judge.record(record);
  let done: Done = { edits: [], textEdits: [] };
  for (let round = 0; round < mostRounds; round++) {
    const step = applied(record, judge, { findings, done }, safeFixes(findings));
    if (step === undefined) break;
    ({ findings, done } = step);
  }
  return done.textEdits;
}

interface Done {
  readonly edits: readonly DocumentEdit[];
  readonly textEdits: readonly TextEdit[];
}

interface Step {
  readonly findings: readonly Finding[];
  readonly done: Done;
}

interface SafeFix {
  readonly finding: Finding;
  readonly edits: readonly DocumentEdit[];
}

/** Carries out as many of the fixes as hold what they promise; `undefined` when none does. */
function applied(record: PccoRecord, judge: Judge, step: Step, fixes: readonly SafeFix[]): Step | undefined {
  if (fixes.length === 0) return undefined;
  const edits = [...step.done.edits, ...fixes.flatMap((fix) => fix.edits)];
  const mended = fixes.map(({ finding }) => finding);
  const trial = tryEdits(record, judge, { before: step.findings, mended, edits, isSafe: true });
  const textEdits = trial?.mends ? textEditsOf(record, edits) : undefined;
  if (trial !== undefined && textEdits !== undefined) return { findings: trial.findings, done: { edits, textEdits } };
  if (fixes.length === 1) return undefined;
  const half = fixes.length >> 1;
  const first = applied(record, judge, step, fixes.slice(0, half));
  return applied(record, judge, first ?? step, fixes.slice(half)) ?? first;
}

/** One safe fix for each place: what two rules want written there is the same. */
function safeFixes(findings: readonly Finding[]): readonly SafeFix[] {
  const byPlace = new Map<string, SafeFix>();
  for (const finding of findings) {
    const safe = finding.fixes.find(({ kind }) => kind === "safe");
    const place = safe?.edits.map(({ path }) => path).join(" ");
    if (safe === undefined || place === undefined || byPlace.has(place)) continue;
    byPlace.set(place, { finding, edits: safe.edits });
  }
  return [...byPlace.values()];
}
