import { usualTime } from "./analysis/diff/witness.ts";
import { type Difference, differencesOf, type Expected } from "./analysis/differences.ts";
import type { Expect } from "./analysis/read-expect.ts";
import { runGiven } from "./analysis/run-case.ts";
import { type EventVerdict, inputFor } from "./analysis/samples/sample.ts";
import { checkDocument, type TextVerdict } from "./check-document.ts";
import { didYouMean } from "./context/suggest.ts";
import type { TextDocument } from "./document/text.ts";
import { isObject } from "./document/value.ts";
import type { Finding, PccoContext } from "./generated/types.ts";
import type { RuleSet } from "./rule-set.ts";

/** What came of the `$expect` of a PCCO. */
export interface ExpectResult {
  readonly passed: boolean;
  /** Every difference as a sentence, a line each; empty when passed. */
  readonly message: string;
  readonly differences: readonly Difference[];
  /** What is expected and what came of it. Lists are sorted. */
  readonly expected: ExpectedOfText;
  readonly actual: ExpectedOfText;
}

/** What a check must find, and what must come of the events that are spoken of. */
export interface ExpectedOfText extends Pick<Expected, "outcome" | "broken" | "unknown"> {
  readonly events?: Readonly<Record<string, EventVerdict>>;
}

/**
 * Checks a PCCO that was read from a text, lets the events that its `$expect` speaks of happen, and compares. Events
 * need a time: without a day in `$expect` it is that for which samples are made.
 * @param expect what `$expect` says, read by `readExpect`
 */
export function runExpect(rules: RuleSet, document: TextDocument, context: PccoContext, expect: Expect): ExpectResult {
  const problem = stranger(rules, expect);
  if (problem !== undefined) return impossible(problem);
  const { event, asOf, events } = expect;
  const names = Object.keys(events);
  const at = asOf === undefined ? (names.length === 0 ? undefined : usualTime) : `${asOf}T00:00:00Z`;
  const input = inputFor(rules, expect, event);
  const verdict = checkDocument(rules, document, context, { event, input, ...(at === undefined ? {} : { at }) });
  const wanted = {
    outcome: expect.outcome ?? (blocks(verdict) ? "blocked" : "exportable"),
    broken: sorted(expect.broken),
    unknown: sorted(expect.unknown),
  } as const;
  const actual = {
    outcome: verdict.outcome,
    broken: idsOf(verdict, "broken"),
    unknown: idsOf(verdict, "unknown"),
  } as const;
  const observed = { actual, findings: verdict.findings, moved: undefined };
  const found = differencesOf(rules, event, wanted, observed);
  if (names.length === 0) return resultOf(found, wanted, actual);
  const { value } = document;
  if (!isObject(value)) return impossible("This PCCO can't be read, so nothing can come of its events.");
  const moves = Object.entries(events).map(([name, verdictOf]) => {
    const given = { document: value, context };
    const asked = { name, document: "", event: name, input: inputFor(rules, expect, name), ...movesOf(verdictOf) };
    return { name, ...runGiven(rules, given, asked, at) };
  });
  return resultOf(
    [...found, ...moves.flatMap(({ differences }) => differences)],
    { ...wanted, events: Object.fromEntries(moves.map(({ name, expected }) => [name, verdictOf(expected)])) },
    { ...actual, events: Object.fromEntries(moves.map((move) => [move.name, verdictOf(move.actual)])) },
  );
}

/** The first name in `$expect` that the rule set does not have. */
function stranger({ events, definition }: RuleSet, expect: Expect): string | undefined {
  const known = events.length === 0 ? ["send"] : events;
  const event = [expect.event, ...Object.keys(expect.events)].find((each) => !known.includes(each));
  if (event !== undefined)
    return `$expect names the event "${event}", which the rules don't have.${didYouMean(event, known)}`;
  const inputs = Object.values(definition.lifecycle).flatMap(({ input }) => Object.keys(input ?? {}));
  const entered = Object.keys(expect.input).find((each) => !inputs.includes(each));
  if (entered === undefined) return undefined;
  return `$expect enters "${entered}", which no event takes.${didYouMean(entered, inputs)}`;
}

function impossible(message: string): ExpectResult {
  return { passed: false, message, differences: [{ kind: "missing", message }], expected: {}, actual: {} };
}

function resultOf(differences: readonly Difference[], expected: ExpectedOfText, actual: ExpectedOfText): ExpectResult {
  const message = differences.map((each) => each.message).join("\n");
  return { passed: differences.length === 0, message, differences, expected, actual };
}

function movesOf(verdict: EventVerdict): Pick<Expected, "moves" | "reasons"> {
  return typeof verdict === "string" ? { moves: verdict, reasons: [] } : { moves: "refused", reasons: [...verdict] };
}

function verdictOf({ moves = "refused", reasons = [] }: Expected): EventVerdict {
  return moves === "refused" ? reasons : moves;
}

function blocks({ findings }: TextVerdict): boolean {
  return findings.some(({ state, severity }) => state === "broken" && severity === "error");
}

function idsOf({ findings }: TextVerdict, state: Finding["state"]): string[] {
  return sorted(findings.filter((found) => found.state === state).map(({ ruleId }) => ruleId));
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
