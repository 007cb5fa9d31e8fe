import type { DocumentReport, Finding, Fix, ReportRange, SourcePage, Summary } from "../generated/types.ts";
import type { RunEnd } from "./reporter.ts";

/** A number with its noun: `1 error`, `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** A number as people write it, with commas between thousands. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=([0-9]{3})+$)/g, ",");
}

/** A file as people call it; standard input has no name of its own. */
export function fileName(file: string): string {
  return file === "-" ? "stdin" : file;
}

/** A PCCO as people call it: its file, and its position in it when it is not the first. */
export function documentName({ file, index }: Pick<DocumentReport, "file" | "index">): string {
  return index === 0 ? fileName(file) : `${fileName(file)}#${index + 1}`;
}

/** Where a range starts, as editors count: `line:column`, both from 1. */
export function lineAndColumn({ start }: ReportRange): string {
  return `${start.line + 1}:${start.character + 1}`;
}

/** Where a finding stands: line and column when known, and the path in the document. */
export function whereIs({ range, path }: Finding): string {
  const place = range === undefined ? "" : lineAndColumn(range);
  return [place, path].filter((part) => part !== "").join(" ");
}

/** The word a finding is introduced by. */
export function severityWord({ state, severity }: Finding): "error" | "warning" | "info" | "unknown" {
  return state === "unknown" ? "unknown" : severity;
}

const weights = { error: 0, warning: 1, info: 2, unknown: 3 } as const;

/** What blocks comes first; otherwise the order stays. */
export function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => weights[severityWord(a)] - weights[severityWord(b)]);
}

/** What a fix does, and what it asks of the person. */
export function fixWords({ title, kind }: Fix): string {
  if (kind === "safe") return `${title} (--fix does this)`;
  return kind === "status" ? `${title} (needs the right to approve)` : title;
}

/** The page that says so, by title. */
export function sourceTitle({ title, basis }: SourcePage): string {
  return basis === "inferred" ? `${title} (inferred from this page)` : title;
}

/** A rule id in words, for want of the rule's title: `status-approved` becomes `Status approved`. */
export function idInWords(ruleId: string): string {
  const words = ruleId.replaceAll(/[-/]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a check found out, worded for the event it was made for. */
export interface OutcomeWords {
  readonly can: string;
  readonly cannot: string;
  /** `cannot`, right after `can`. */
  readonly shortCannot: string;
  readonly cannotTell: string;
}

/** The words for an event; `undefined` when documents were checked for different ones. */
export function outcomeWords(event: string | undefined): OutcomeWords {
  if (event === "send") {
    return {
      can: "can be sent",
      cannot: "can't be sent",
      shortCannot: "can't",
      cannotTell: "can't tell whether it can be sent",
    };
  }
  const ready = event === undefined ? "ready" : `ready for "${event}"`;
  return { can: ready, cannot: `not ${ready}`, shortCannot: "not", cannotTell: `can't tell whether it is ${ready}` };
}

/** The outcome of one PCCO in words. */
export function outcomeOf({ outcome, event, erpStatus }: DocumentReport): string {
  if (outcome === "unreadable") return "can't be read";
  const { can, cannot, cannotTell } = outcomeWords(event);
  if (outcome === "exportable" && erpStatus !== undefined) return `keeps the rules; its ERP status is ${erpStatus}`;
  return { exportable: can, blocked: cannot, unknown: cannotTell }[outcome];
}

/** The run in one plain sentence, and the rules that were asked. */
export function summarySentence({ summary, ruleSet }: RunEnd, event: string | undefined): string {
  return `${countsSentence(summary, outcomeWords(event))} Rules: ${ruleSet.id} ${ruleSet.version}.`;
}

function countsSentence(summary: Summary, words: OutcomeWords): string {
  const { documents, exportable, blocked, unknown, unreadable, errors, warnings } = summary;
  if (documents === 0) return "No PCCO to check.";
  const outcomes = present([
    [exportable, words.can],
    [blocked, exportable === 0 ? words.cannot : words.shortCannot],
    [unknown, "unknown"],
    [unreadable, "can't be read"],
  ]);
  const told = outcomes.map(([number, text]) => (documents === 1 ? text : `${number} ${text}`)).join(", ");
  const findings = present([
    [errors, "error"],
    [warnings, "warning"],
  ]).map(([number, noun]) => count(number, noun));
  return `${count(documents, "PCCO")}: ${[told, findings.join(", ")].filter((part) => part !== "").join("; ")}.`;
}

function present(counts: readonly (readonly [number, string])[]): readonly (readonly [number, string])[] {
  return counts.filter(([number]) => number > 0);
}

/** Remembers the event of a run: one, or `undefined` once documents were checked for different ones. */
export function createEventMemory(): { add(event: string): void; event(): string | undefined } {
  const events = new Set<string>();
  return {
    add: (event) => events.add(event),
    event: () => (events.size > 1 ? undefined : ([...events][0] ?? "send")),
  };
}
