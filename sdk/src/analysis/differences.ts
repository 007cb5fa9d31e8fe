import type { Finding, Reason, ReportOutcome } from "../generated/types.ts";
import { either } from "../keywords/show.ts";
import type { TransitionResult } from "../lifecycle/transition.ts";
import type { RuleSet } from "../rule-set.ts";
import type { CaseExpectation } from "./cases.ts";

/**
 * How something differs from what a case expects. `noisy`: something was found or refused that is not expected.
 * `missing`: what is expected was not.
 */
export interface Difference {
  readonly kind: "noisy" | "missing";
  /** One sentence. */
  readonly message: string;
}

/** What is expected, or what came of it: of a case, or of a text, which may hold no PCCO at all. */
export interface Expected extends Omit<CaseExpectation, "outcome"> {
  readonly outcome?: ReportOutcome;
}

/** What came of a case. */
export interface Observed<All extends Expected = Expected> {
  readonly actual: All & Pick<Required<All>, "outcome">;
  readonly findings: readonly Finding[];
  readonly moved: TransitionResult | undefined;
}

/** Compares what came of a case with what it expects. */
export function differencesOf(
  rules: RuleSet,
  event: string,
  expected: Expected,
  observed: Observed,
): readonly Difference[] {
  const { findings } = observed;
  return [
    ...outcomeDifferences(expected, observed),
    ...ruleDifferences("broken", expected.broken, findings, rules),
    ...ruleDifferences("unknown", expected.unknown, findings, rules),
    ...moveDifferences(event, expected, observed),
  ];
}

const lightestFirst: readonly ReportOutcome[] = ["exportable", "unknown", "blocked", "unreadable"];

function outcomeDifferences({ outcome }: Expected, { actual }: Observed): readonly Difference[] {
  if (outcome === undefined || outcome === actual.outcome) return [];
  const isHeavier = lightestFirst.indexOf(actual.outcome) > lightestFirst.indexOf(outcome);
  return [{ kind: isHeavier ? "noisy" : "missing", message: `The outcome is ${actual.outcome}, not ${outcome}.` }];
}

function ruleDifferences(
  state: Finding["state"],
  expected: readonly string[] | undefined,
  findings: readonly Finding[],
  rules: RuleSet,
): readonly Difference[] {
  if (expected === undefined) return [];
  const found = findings.filter((finding) => finding.state === state);
  const extra = new Map(found.filter(({ ruleId }) => !expected.includes(ruleId)).map((each) => [each.ruleId, each]));
  const missing = expected.filter((id) => !found.some(({ ruleId }) => ruleId === id));
  return [
    ...[...extra.values()].map(
      ({ ruleId, message }): Difference => ({
        kind: "noisy",
        message: `${ruleId} is ${state}, which is not expected: ${message}`,
      }),
    ),
    ...missing.map(
      (id): Difference => ({
        kind: "missing",
        message: `${id} is expected to be ${state}, but ${insteadOf(id, findings, rules)}.`,
      }),
    ),
  ];
}

function insteadOf(id: string, findings: readonly Finding[], rules: RuleSet): string {
  const other = findings.find(({ ruleId }) => ruleId === id);
  if (other !== undefined) return `it is ${other.state}: ${other.message.replace(/\.$/, "")}`;
  const rule = rules.definition.rules.find((each) => each.id === id);
  if (rule === undefined) return id.startsWith("document/") ? "it is not found" : "there is no such rule";
  if (rule.definition.severity === "off") return "it is off";
  return "it holds, does not apply, or is not asked for this event";
}

function moveDifferences(event: string, expected: Expected, { actual, moved }: Observed): readonly Difference[] {
  if (moved === undefined) return [];
  const why = moved.ok ? "" : moved.reasons.map(({ message }) => message).join(" ");
  if (expected.moves !== actual.moves) {
    if (!moved.ok)
      return [{ kind: "noisy", message: `${event} is refused, but should lead to ${expected.moves}: ${why}` }];
    const instead = expected.moves === "refused" ? ", but should be refused" : `, not to ${expected.moves}`;
    return [{ kind: "missing", message: `${event} leads to ${actual.moves}${instead}.` }];
  }
  const { reasons: wanted } = expected;
  const found = actual.reasons ?? [];
  if (wanted === undefined || kinds(wanted) === kinds(found)) return [];
  const isMore = found.some((kind) => !wanted.includes(kind));
  return [
    {
      kind: isMore ? "noisy" : "missing",
      message: `${event} is refused for ${kinds(found)}, not for ${kinds(wanted)}: ${why}`,
    },
  ];
}

function kinds(reasons: readonly Reason["kind"][]): string {
  return either(reasons, "and") || "nothing";
}
