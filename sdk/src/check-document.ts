import type { Verdict } from "./check/check.ts";
import { documentFinding } from "./check/finding.ts";
import { fromPointer, type Path, valueAt } from "./document/pointer.ts";
import type { Range, TextDocument } from "./document/text.ts";
import { isObject } from "./document/value.ts";
import type { Finding, PccoContext, ReportOutcome } from "./generated/types.ts";
import type { CheckOptions, RuleSet } from "./rule-set.ts";

/** The verdict on one PCCO of a text. */
export interface TextVerdict {
  /** Position of the PCCO among those of the text, from 0. */
  readonly index: number;
  /** As `check` says, or `unreadable` when the text holds no PCCO there. */
  readonly outcome: ReportOutcome;
  /** In the order of the text, each with its range. */
  readonly findings: readonly Finding[];
}

/** Judges one PCCO that was read from a text. */
export function checkDocument<RuleId extends string, EventName extends string>(
  rules: RuleSet<RuleId, EventName>,
  document: TextDocument,
  context: PccoContext | undefined,
  options: Omit<CheckOptions<EventName>, "sourceOf"> = {},
): TextVerdict {
  const { value } = document;
  if (!isObject(value)) return { index: document.index, outcome: "unreadable", findings: faultsIn(document) };
  return verdictOn(document, rules.check(value, context, { ...options, sourceOf: (path) => document.sourceOf(path) }));
}

/**
 * What is to be told of one PCCO of a text.
 * @param verdict what its rules say, who were given its `sourceOf`. Its findings are given their ranges, not copied: a
 * copy would have to know all that they say, which many callers never read.
 */
export function verdictOn(document: TextDocument, { outcome, findings }: Verdict): TextVerdict {
  const faults = faultsIn(document);
  for (const finding of findings) place(finding, document);
  return {
    index: document.index,
    outcome: faults.length > 0 ? "blocked" : outcome,
    findings: [...faults, ...findings].sort(byPlace),
  };
}

/**
 * The verdict on one PCCO of a text while its rule set or its context can't be had: its faults, and what is missing.
 * A PCCO that can't be read has its faults alone.
 * @param what which of them, as the end of the finding's id
 * @param problem why, as a sentence or the beginning of one
 */
export function checkWithout(document: TextDocument, what: "rules" | "context", problem: string): TextVerdict {
  const faults = faultsIn(document);
  const findings = isObject(document.value) ? [...faults, cannotJudge(document, what, problem)].sort(byPlace) : faults;
  return { index: document.index, outcome: "unreadable", findings };
}

/**
 * The finding on a PCCO that can't be judged, because its rule set or its context can't be had.
 * @param what which of them, as the end of the finding's id
 * @param problem why, as a sentence or the beginning of one
 */
export function cannotJudge(document: TextDocument, what: "rules" | "context", problem: string): Finding {
  const key = `$${what}`;
  const range = document.valueRange([key]) ?? (what === "context" ? headOf(document, []) : undefined);
  const finding = documentFinding(`document/${what}`, sentence(problem), [key]);
  return { ...finding, ...(range === undefined ? {} : { range }) };
}

/** What is wrong with the text itself, as findings. */
function faultsIn({ problems }: TextDocument): Finding[] {
  return problems.map(({ id, message, path, range }) => ({ ...documentFinding(id, message, path), range }));
}

/** A sentence that begins with a capital, unless with the name of a file. */
export function sentence(text: string): string {
  const begun = text.replace(/^[a-z]+(?= )/, (word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${begun}${/[.!?]$/.test(text) ? "" : "."}`;
}

/** As one reads the text, from top to bottom. */
function byPlace({ range: a }: Finding, { range: b }: Finding): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a.start.line - b.start.line || a.start.character - b.start.character;
}

/** The context written inside a PCCO, if any. */
export function inlineContext({ value }: TextDocument): PccoContext | undefined {
  const context = isObject(value) ? value["$context"] : undefined;
  return isObject(context) ? context : undefined;
}

function place(finding: Finding, document: TextDocument): void {
  const range = rangeFor(document, fromPointer(finding.path));
  if (range !== undefined) finding.range = range;
  if (finding.rule?.range !== undefined) finding.ruleRange = finding.rule.range;
}

/**
 * Where a person should look for a path: on the value; when it is missing, on the key it is missing under; for a line
 * or the PCCO as a whole, on its first key.
 */
export function rangeFor(document: TextDocument, path: Path): Range | undefined {
  if (path.length === 0) return document.keyRange(["$context"]) ?? headOf(document, []);
  const range = isObject(valueAt(document.value, path)) ? headOf(document, path) : document.valueRange(path);
  if (range !== undefined) return range;
  for (let length = path.length - 1; length >= 0; length--) {
    const around = path.slice(0, length);
    if (valueAt(document.value, around) !== undefined) return headOf(document, around);
  }
  return undefined;
}

/** The key of a value, or where it has none, its own first key that is not one of ours. */
function headOf(document: TextDocument, path: Path): Range | undefined {
  const own = path.length === 0 ? undefined : document.keyRange(path);
  if (own !== undefined) return own;
  const value = valueAt(document.value, path);
  const keys = isObject(value) ? Object.keys(value) : [];
  const first = keys.find((key) => !key.startsWith("$")) ?? keys[0];
  return (first === undefined ? undefined : document.keyRange([...path, first])) ?? document.valueRange(path);
}
