import type { Action, Finding } from "@erp-export-rules/sdk";
import { valueAt } from "@erp-export-rules/sdk/text";
import type { CodeLens, Command, Position } from "vscode-languageserver-types";
import { commands } from "../../protocol.ts";
import type { PccoFile, PccoRecord, Surroundings, SurroundingsOf } from "../model.ts";

/** In a file of more PCCOs, those behind them have no lenses: nobody reads so many, and every edit makes them anew. */
export const mostLensed = 1_000;

/** In a file of more PCCOs, lenses leave out the next events: to ask each PCCO for them takes longer than to judge it. */
export const mostWithEvents = 100;

/** More missing parts of the context are counted, not named. */
const mostNamed = 3;

/** Nor are the events of a PCCO of more lines of text shown, for the same reason. */
const mostLines = 2_000;

/**
 * Over each PCCO: whether it can be sent and why, what can happen to it next, and its life cycle.
 * @param hasCommands whether the editor has the extension's commands; without them only the verdict is shown, as a text
 */
export function pccoCodeLenses(file: PccoFile, surroundingsOf: SurroundingsOf, hasCommands: boolean): CodeLens[] {
  const withEvents = hasCommands && file.records.length <= mostWithEvents;
  return file.records.slice(0, mostLensed).flatMap((record) => {
    const { head, title, events, canBeExplained, hasLifecycle } = shownOver(record, surroundingsOf, withEvents);
    const start = { line: record.startLine + head.line, character: head.character };
    const lens = (name: string, command: string, ...more: string[]): CodeLens => ({
      range: { start, end: start },
      command: commandOf(name, hasCommands ? command : "", [file.uri, start.line, ...more]),
    });
    const verdict = lens(title, commands.showProblems);
    if (!hasCommands) return [verdict];
    return [
      verdict,
      ...(canBeExplained ? [lens("Why?", commands.why)] : []),
      ...events.map(({ label, event }) => lens(label, commands.runEvent, event)),
      ...(hasLifecycle ? [lens("Life cycle", commands.showLifecycle)] : []),
    ];
  });
}

/** What is shown over a PCCO, and what it was made from. */
interface Shown {
  /** The PCCO's own pins, which tell its surroundings without reading it again. */
  readonly pins: unknown;
  readonly found: ReturnType<SurroundingsOf>;
  readonly withEvents: boolean;
  /** Where it begins, lines counted from its first. */
  readonly head: Position;
  readonly title: string;
  readonly events: readonly Pick<Action, "label" | "event">[];
  /** Whether there are rules and a context that the verdict comes from. */
  readonly canBeExplained: boolean;
  readonly hasLifecycle: boolean;
}

/** A PCCO stays the same object until an edit touches it. */
const known = new WeakMap<PccoRecord, Shown>();

function shownOver(record: PccoRecord, surroundingsOf: SurroundingsOf, withEvents: boolean): Shown {
  const before = known.get(record);
  if (before?.withEvents === withEvents && surroundingsOf(before.pins) === before.found) return before;
  const document = record.document();
  const pins = pinsOf(document.value);
  const found = surroundingsOf(pins);
  const start = document.valueRange([])?.start;
  const shown: Shown = {
    pins,
    found,
    withEvents,
    // Comments above it belong to nobody.
    head: start === undefined ? { line: 0, character: 0 } : { ...start, line: start.line - record.startLine },
    title: verdictTitle(record, found, surroundingsOf),
    events: withEvents && !("cannot" in found) ? nextEvents(record, found) : [],
    canBeExplained: !("cannot" in found),
    hasLifecycle: !("cannot" in found) && found.rules.events.length > 0,
  };
  known.set(record, shown);
  return shown;
}

function pinsOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  const pins = ["$rules", "$context"].map((key) => [key, valueAt(value, [key])] as const);
  return Object.fromEntries(pins.filter(([, pin]) => pin !== undefined));
}

/** A command that names nothing is shown as a text. */
function commandOf(title: string, command: string, args: readonly (string | number)[]): Command {
  return command === "" ? { title, command } : { title, command, arguments: [...args] };
}

function verdictTitle(record: PccoRecord, found: ReturnType<SurroundingsOf>, surroundingsOf: SurroundingsOf): string {
  if ("cannot" in found) return found.cannot === "rules" ? "No rules to judge it by" : "No context to judge it against";
  const { outcome, findings } = record.verdict(surroundingsOf);
  switch (outcome) {
    case "unreadable":
      return "Can't be read";
    case "blocked":
      return withWarnings(count(findings.filter(blocks).length, "blocker"), findings);
    case "unknown":
      return `Unknown: ${missingParts(findings)}`;
    case "exportable":
      return withWarnings(exportable(record, found), findings);
  }
}

/** A PCCO that keeps the rules may have been sent already. */
function exportable(record: PccoRecord, { rules, event }: Surroundings): string {
  const { value } = record.document();
  const { states, lifecycle } = rules.definition;
  const from = lifecycle[event]?.from;
  if (typeof value !== "object" || value === null || from === undefined) return "Exportable";
  const status = rules.statusOf({ ...value });
  const isFrom = from.some((state) => (typeof state === "string" ? state : state.state) === status);
  return isFrom ? "Exportable" : `Keeps the rules, ERP status ${states[status]?.label ?? status}`;
}

function blocks({ severity, state }: Finding): boolean {
  return severity === "error" && state === "broken";
}

function withWarnings(title: string, findings: readonly Finding[]): string {
  const warnings = findings.filter(({ severity, state }) => severity === "warning" && state === "broken").length;
  return warnings === 0 ? title : `${title}, ${count(warnings, "warning")}`;
}

function missingParts(findings: readonly Finding[]): string {
  const parts = [...new Set(findings.flatMap(({ missing }) => missing ?? []))];
  if (parts.length === 0) return "a value it depends on is of the wrong kind";
  const named = parts.slice(0, parts.length > mostNamed ? mostNamed - 1 : mostNamed);
  const rest = parts.length - named.length;
  return `the context does not give ${named.join(", ")}${rest === 0 ? "" : ` and ${rest} more`}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function nextEvents(record: PccoRecord, { rules, context, at }: Surroundings): Shown["events"] {
  const { value, problems } = record.document();
  const isLong = record.endLine - record.startLine > mostLines;
  // No event happens to a PCCO whose text has faults.
  if (isLong || problems.length > 0 || typeof value !== "object" || value === null) return [];
  return rules.actions({ ...value }, context, { at }).filter(({ enabled }) => enabled);
}
