import type { TransitionResult } from "@erp-export-rules/sdk";
import type { TextEdit } from "vscode-languageserver-types";
import type { ActionsResult, TransitionAnswer } from "../../protocol.ts";
import type { PccoFile, PccoRecord, Surroundings, SurroundingsOf } from "../model.ts";
import { labelOf } from "./label.ts";

/** The events of the PCCO at a line, possible or not; `undefined` when it can't be read or judged. */
export function pccoActions(file: PccoFile, line: number, surroundingsOf: SurroundingsOf): ActionsResult | undefined {
  const record = file.recordAt(line);
  const asked = readable(record, surroundingsOf);
  if ("problem" in asked) return undefined;
  const { rules, context, at } = asked.surroundings;
  const erpStatus = rules.statusOf(asked.value);
  return {
    label: labelOf(asked.value, record.index),
    index: record.index,
    erpStatus,
    erpStatusLabel: rules.definition.states[erpStatus]?.label ?? erpStatus,
    actions: rules.actions(asked.value, context, { at }),
  };
}

/** What is asked when an event is to happen. */
export interface EventRequest {
  readonly line: number;
  readonly event: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** When it happens, RFC 3339. */
  readonly at: string;
}

/** What an event would make of a file's text, or every reason why it can't happen. Nothing is changed. */
export function pccoTransition(
  file: PccoFile,
  { line, event, input, at }: EventRequest,
  surroundingsOf: SurroundingsOf,
): TransitionAnswer {
  const record = file.recordAt(line);
  const asked = readable(record, surroundingsOf);
  if ("problem" in asked) return refused(asked.problem);
  const { rules, context } = asked.surroundings;
  if (!rules.events.includes(event)) return refused(`There is no event "${event}" in ${rules.reference.id}.`);
  const moved = rules.transition(asked.value, event, { context, at, input });
  return moved.ok ? written(file, record, asked.surroundings, event, moved) : moved;
}

function written(
  file: PccoFile,
  record: PccoRecord,
  { rules }: Surroundings,
  event: string,
  { edits, record: { from, to } }: Extract<TransitionResult, { ok: true }>,
): TransitionAnswer {
  let changes: readonly TextEdit[];
  try {
    changes = record.textEdits(edits);
  } catch (error) {
    return refused(`The file is left as it is: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const [before, after] = [from, to].map((state) => rules.definition.states[state]?.label ?? state);
  const { label = event } = rules.definition.lifecycle[event] ?? {};
  return {
    ok: true,
    newText: withEdits(file, changes),
    edit: { documentChanges: [{ textDocument: { uri: file.uri, version: file.version }, edits: [...changes] }] },
    summary: `${label}: ${before === after ? `ERP status stays ${after}` : `ERP status ${before} → ${after}`}`,
  };
}

function refused(message: string): TransitionAnswer {
  return { ok: false, reasons: [{ kind: "rule", message }] };
}

interface Asked {
  readonly value: Readonly<Record<string, unknown>>;
  readonly surroundings: Surroundings;
}

function readable(record: PccoRecord, surroundingsOf: SurroundingsOf): Asked | { readonly problem: string } {
  const { value, problems } = record.document();
  const [fault] = problems;
  if (fault !== undefined) return { problem: `Mend this first: ${fault.message}.` };
  if (!isObject(value)) return { problem: "There is no PCCO here." };
  const surroundings = surroundingsOf(value);
  return "cannot" in surroundings ? { problem: surroundings.problem } : { value, surroundings };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The whole text after changes, which don't overlap and stand in order. */
function withEdits(file: PccoFile, edits: readonly TextEdit[]): string {
  const text = file.text();
  const starts = lineStarts(text);
  const offset = ({ line, character }: TextEdit["range"]["start"]): number => (starts[line] ?? text.length) + character;
  let result = "";
  let done = 0;
  for (const { range, newText } of edits) {
    result += text.slice(done, offset(range.start)) + newText;
    done = offset(range.end);
  }
  return result + text.slice(done);
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: end }) => index + end.length)];
}
