import type { RuleSetReference } from "../../generated/types.ts";
import type { RuleSet } from "../../rule-set.ts";
import type { Clause, Standing } from "../solver/clause.ts";
import { createSolver } from "../solver/solver.ts";
import type { Compared } from "./compare.ts";
import { compareChecks, comparePossibility, findPossible, moved, outcomeOf, type Versions } from "./event-diff.ts";
import { type Change, changedNames } from "./names.ts";
import { stepOf, type VersionStep } from "./step.ts";
import { checkWitness, eventWitness, type Witness } from "./witness.ts";

/** How the newer of two rule sets stands to the older one for an event; `not decided` when none of these is proved. */
export type Relation = "equivalent" | "stricter" | "looser" | "incomparable" | "not decided";

/** What comes of a PCCO: the outcome of a check; or whether an event is possible, and to which ERP status it leads. */
export type Result = "exportable" | "unknown" | "blocked" | "possible" | "impossible" | `leads to ${string}`;

/** One way in which two rule sets differ for an event. */
export interface EventDifference {
  readonly before: Result;
  readonly after: Result;
  /** What makes the difference: a rule by its id, or a part of the life cycle. */
  readonly because: { readonly kind: Clause["kind"] | "event"; readonly name: string };
  /** Whether the cause alone makes it: everything else lets the witness pass. */
  readonly isAlone: boolean;
  readonly witness: Witness;
}

/** A difference of which it could not be told whether there is one. */
export interface OpenQuestion extends Pick<EventDifference, "before" | "after" | "because"> {
  /** As the end of a sentence. */
  readonly why: string;
}

/** How two rule sets stand to each other for one event. A difference that is in neither list is proved not to be. */
export interface EventDiff {
  readonly event: string;
  readonly label: string;
  readonly relation: Relation;
  readonly differences: readonly EventDifference[];
  readonly notDecided: readonly OpenQuestion[];
}

/** What is different between two rule sets. */
export interface RuleSetDiff {
  readonly before: RuleSetReference;
  readonly after: RuleSetReference;
  /** The version step that the change needs. */
  readonly step: VersionStep;
  /** Entries that were added, removed or changed, by name. */
  readonly changes: readonly Change[];
  /** Every event of either rule set, in the order of the newer one. */
  readonly events: readonly EventDiff[];
}

/**
 * Compares two rule sets by what they let happen: for each event, PCCOs that only one of them lets pass. Each is found by
 * search, made as small as it gets, and asked of both rule sets before it is told.
 */
export function diffRuleSets(before: RuleSet, after: RuleSet): RuleSetDiff {
  const versions: Versions = { solver: createSolver([before.definition, after.definition]), before, after };
  const known = new Map<string, Compared>();
  const [older, newer] = [eventsOf(before), eventsOf(after)];
  const events = [...new Set([...newer, ...older])].map((event) =>
    older.includes(event) && newer.includes(event)
      ? diffEvent(versions, event, known)
      : oneSided(versions, event, older.includes(event)),
  );
  const changes = changedNames(before.definition, after.definition);
  return { before: before.reference, after: after.reference, step: stepOf(changes, events), changes, events };
}

/** Rules without a life cycle can be checked as if for sending. */
function eventsOf({ events }: RuleSet): readonly string[] {
  return events.length > 0 ? events : ["send"];
}

function labelOf({ before, after }: Versions, event: string): string {
  const { label } = after.definition.lifecycle[event] ?? before.definition.lifecycle[event] ?? {};
  return label ?? (event === "send" ? "Send to ERP" : event);
}

function diffEvent(versions: Versions, event: string, known: Map<string, Compared>): EventDiff {
  const { solver, before, after } = versions;
  const label = labelOf(versions, event);
  const checks = compareChecks(versions, event, known);
  const canMove = before.events.length > 0 && after.events.length > 0;
  const possibility = canMove ? comparePossibility(versions, event, checks) : { found: [], notDecided: [] };
  const differences = [
    ...checks.found.map((found) => told(found, outcomeOf, checkWitness(solver.space, found.assignment))),
    ...possibility.found.map((found) =>
      told(found, possibilityOf, eventWitness(solver.space, found.assignment, event)),
    ),
    ...(canMove ? elsewhere(versions, event) : []),
  ];
  const notDecided = [
    ...checks.notDecided.map(({ why, ...each }) => ({ ...named(each, outcomeOf), why })),
    ...possibility.notDecided.map(({ why, ...each }) => ({ ...named(each, possibilityOf), why })),
  ];
  return { event, label, relation: relationOf(differences, notDecided), differences, notDecided };
}

const possibilityOf: Readonly<Record<Standing, Result>> = { ok: "possible", open: "impossible", against: "impossible" };

type Named = Pick<Compared["found"][number], "before" | "after" | "cause">;

function named({ before, after, cause: { kind, name } }: Named, results: Readonly<Record<Standing, Result>>) {
  return { before: results[before], after: results[after], because: { kind, name } };
}

function told(
  found: Compared["found"][number],
  results: Readonly<Record<Standing, Result>>,
  witness: Witness,
): EventDifference {
  return { ...named(found, results), isAlone: found.isAlone, witness };
}

/** An event that only one of the rule sets has. */
function oneSided(versions: Versions, event: string, isGone: boolean): EventDiff {
  const label = labelOf(versions, event);
  const witness = findPossible(versions, event, isGone ? "before" : "after");
  const results: readonly [Result, Result] = isGone ? ["possible", "impossible"] : ["impossible", "possible"];
  const [before, after] = results;
  const head = { before, after, because: { kind: "event", name: event } } as const;
  if (witness !== undefined) {
    const differences = [{ ...head, isAlone: true, witness }];
    return { event, label, relation: relationOf(differences, []), differences, notDecided: [] };
  }
  const notDecided = [{ ...head, why: "no PCCO was found with which it can happen" }];
  return { event, label, relation: "not decided", differences: [], notDecided };
}

/** An event that leads to another ERP status than before. */
function elsewhere(versions: Versions, event: string): readonly EventDifference[] {
  const { before, after } = versions;
  if (before.definition.lifecycle[event]?.to === after.definition.lifecycle[event]?.to) return [];
  const witness = findPossible(versions, event, "both");
  if (witness === undefined) return [];
  const [first, second] = [statusAfter(before, event, witness), statusAfter(after, event, witness)];
  if (first === second) return [];
  const because = { kind: "event", name: event } as const;
  return [{ before: `leads to ${first}`, after: `leads to ${second}`, because, isAlone: true, witness }];
}

function statusAfter(rules: RuleSet, event: string, witness: Witness): string {
  const result = moved(rules, event, witness);
  return result.ok ? rules.statusOf(result.document) : "nothing";
}

/** How much keeps a PCCO back. */
const weights: Readonly<Record<string, number>> = { exportable: 0, possible: 0, unknown: 1, blocked: 2, impossible: 2 };

function relationOf(differences: readonly EventDifference[], notDecided: readonly OpenQuestion[]): Relation {
  const isMore = ({ before, after }: Pick<OpenQuestion, "before" | "after">): boolean =>
    (weights[after] ?? 0) > (weights[before] ?? 0);
  const isLess = ({ before, after }: Pick<OpenQuestion, "before" | "after">): boolean =>
    (weights[after] ?? 0) < (weights[before] ?? 0);
  const isOther = differences.some((each) => !isMore(each) && !isLess(each));
  const [more, less] = [differences.some(isMore), differences.some(isLess)];
  if (isOther || (more && less)) return "incomparable";
  if (more) return notDecided.some(isLess) ? "not decided" : "stricter";
  if (less) return notDecided.some(isMore) ? "not decided" : "looser";
  return notDecided.length > 0 ? "not decided" : "equivalent";
}
