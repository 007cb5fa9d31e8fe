import type { CheckOptions, Outcome, Pcco, PccoContext, RuleSet, Verdict } from "../core.ts";
import type { JsonObject } from "../document/value.ts";

/** A PCCO that two rule sets are asked about. */
export interface ImpactSubject {
  readonly pcco: Pcco | JsonObject;
  /** What it is judged against by both. */
  readonly context: PccoContext | undefined;
  /** As in `CheckOptions`, for a PCCO that was read from a text. */
  readonly sourceOf?: CheckOptions["sourceOf"];
}

/** How the outcome of one PCCO changes from a rule set to another. */
export interface OutcomeChange {
  readonly from: Outcome;
  readonly to: Outcome;
  /** The rules that make the difference: those that bring about the worse of the two outcomes. In the order of the rule file. */
  readonly ruleIds: readonly string[];
}

/** So many PCCOs change from one outcome to another. */
export interface ChangeCount {
  readonly from: Outcome;
  readonly to: Outcome;
  readonly documents: number;
}

/** The PCCOs that change outcome by a rule. */
export interface RuleImpact {
  readonly ruleId: string;
  readonly documents: number;
  readonly changes: readonly ChangeCount[];
}

/** Counts of what changes. Each list begins with what happens most. */
export interface ImpactSummary {
  readonly documents: number;
  readonly changed: number;
  readonly changes: readonly ChangeCount[];
  /** A PCCO counts for each rule that makes the difference in it. */
  readonly rules: readonly RuleImpact[];
}

/** Counts changes one PCCO at a time; needs no more memory than there are rules. */
export interface ImpactCounter {
  /** Counts one more PCCO; `undefined` stands for one whose outcome stays. */
  add(change: OutcomeChange | undefined): void;
  total(): ImpactSummary;
}

const weights = { exportable: 0, unknown: 1, blocked: 2 } as const;

/**
 * How the outcome of a PCCO changes when `b` is asked in place of `a`; `undefined` when it stays.
 * @throws {RangeError} when the event is not one of both rule sets
 */
export function outcomeChange(
  a: RuleSet,
  b: RuleSet,
  { pcco, context, sourceOf }: ImpactSubject,
  options: Pick<CheckOptions, "event" | "at"> = {},
): OutcomeChange | undefined {
  const asked = sourceOf === undefined ? options : { ...options, sourceOf };
  return changeBetween(a.check(pcco, context, asked), b.check(pcco, context, asked));
}

/** As much of a verdict as tells its outcome and the rules that bring it about. */
export interface DecidedVerdict {
  readonly outcome: Outcome;
  readonly findings: readonly Pick<Verdict["findings"][number], "ruleId" | "state" | "severity">[];
}

/** How the outcome changes from one verdict on a PCCO to another; `undefined` when it stays. */
export function changeBetween(before: DecidedVerdict, after: DecidedVerdict): OutcomeChange | undefined {
  if (before.outcome === after.outcome) return undefined;
  const worse = weights[before.outcome] > weights[after.outcome] ? before : after;
  return { from: before.outcome, to: after.outcome, ruleIds: decisive(worse) };
}

/** The rules each of which alone brings about the outcome. */
function decisive({ outcome, findings }: DecidedVerdict): readonly string[] {
  const deciding = findings.filter(({ state, severity }) =>
    outcome === "unknown" ? state === "unknown" : state === "broken" && severity === "error",
  );
  return [...new Set(deciding.map(({ ruleId }) => ruleId))];
}

/** Starts counting. */
export function createImpactCounter(): ImpactCounter {
  const all = createTally();
  const byRule = new Map<string, Tally>();
  let documents = 0;
  return {
    add(change) {
      documents++;
      if (change === undefined) return;
      all.add(change);
      for (const ruleId of change.ruleIds) {
        const tally = byRule.get(ruleId) ?? createTally();
        byRule.set(ruleId, tally);
        tally.add(change);
      }
    },
    total() {
      const rules = [...byRule].map(([ruleId, tally]) => ({ ruleId, ...tally.total() }));
      const { documents: changed, changes } = all.total();
      return { documents, changed, changes, rules: mostFirst(rules) };
    },
  };
}

interface Tally {
  add(change: Pick<OutcomeChange, "from" | "to">): void;
  total(): { readonly documents: number; readonly changes: readonly ChangeCount[] };
}

function createTally(): Tally {
  const counts = new Map<string, ChangeCount>();
  return {
    add({ from, to }) {
      const key = `${from} ${to}`;
      counts.set(key, { from, to, documents: (counts.get(key)?.documents ?? 0) + 1 });
    },
    total() {
      const changes = mostFirst([...counts.values()]);
      return { documents: changes.reduce((sum, { documents }) => sum + documents, 0), changes };
    },
  };
}

/** What happens most comes first; what happens as often keeps its order. */
function mostFirst<Counted extends { readonly documents: number }>(counted: readonly Counted[]): readonly Counted[] {
  return counted.toSorted((a, b) => b.documents - a.documents);
}
