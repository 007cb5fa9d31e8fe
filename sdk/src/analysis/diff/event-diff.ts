import type { RuleSet } from "../../rule-set.ts";
import type { Clause, Standing } from "../solver/clause.ts";
import type { Compared } from "./compare.ts";
import {
  compareChecks,
  comparePossibility,
  findPossible,
  messageOfCheck,
  messageOfEvent,
  outcomeOf,
  type Versions,
} from "./compare-event.ts";
import { relationOf } from "./relation.ts";
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
  readonly because: {
    readonly kind: Clause["kind"] | "event";
    readonly name: string;
    /** What people read of it. */
    readonly title: string;
  };
  /** Whether the cause alone makes it: everything else lets the witness pass. */
  readonly isAlone: boolean;
  /** What the rule set that holds it back says of the witness. */
  readonly message?: string;
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

function labelOf({ before, after }: Versions, event: string): string {
  const { label } = after.definition.lifecycle[event] ?? before.definition.lifecycle[event] ?? {};
  return label ?? (event === "send" ? "Send to ERP" : event);
}

/** Compares two rule sets for an event that both have. */
export function diffEvent(versions: Versions, event: string, known: Map<string, Compared>): EventDiff {
  const { solver, before, after } = versions;
  const label = labelOf(versions, event);
  const checks = compareChecks(versions, event, known);
  const canMove = before.events.length > 0 && after.events.length > 0;
  const possibility = canMove ? comparePossibility(versions, event, checks) : { found: [], notDecided: [] };
  const moves = canMove ? elsewhere(versions, event) : { differences: [], notDecided: [] };
  const differences = [
    ...checks.found.map((found) => {
      const witness = checkWitness(solver.space, found.assignment);
      const rules = holdsBack(found) === "before" ? before : after;
      return told(found, outcomeOf, witness, messageOfCheck(rules, event, witness, found.cause.name));
    }),
    ...possibility.found.map((found) => {
      const witness = eventWitness(solver.space, found.assignment, event);
      const rules = holdsBack(found) === "before" ? before : after;
      return told(found, possibilityOf, witness, messageOfEvent(rules, event, witness));
    }),
    ...moves.differences,
  ];
  const notDecided = [
    ...checks.notDecided.map(({ why, ...each }) => ({ ...named(each, outcomeOf), why })),
    ...possibility.notDecided.map(({ why, ...each }) => ({ ...named(each, possibilityOf), why })),
    ...moves.notDecided,
  ];
  return { event, label, relation: relationOf(differences, notDecided), differences, notDecided };
}

const possibilityOf: Readonly<Record<Standing, Result>> = { ok: "possible", open: "impossible", against: "impossible" };

type Named = Pick<Compared["found"][number], "before" | "after" | "cause">;

function named({ before, after, cause: { kind, name, title } }: Named, results: Readonly<Record<Standing, Result>>) {
  return { before: results[before], after: results[after], because: { kind, name, title } };
}

function told(
  found: Compared["found"][number],
  results: Readonly<Record<Standing, Result>>,
  witness: Witness,
  message: string | undefined,
): EventDifference {
  const { isAlone } = found;
  return { ...named(found, results), isAlone, ...(message === undefined ? {} : { message }), witness };
}

/** The rule set that holds it back, or more so. */
function holdsBack({ before, after }: Pick<Named, "before" | "after">): "before" | "after" {
  return before === "ok" || (before === "open" && after === "against") ? "after" : "before";
}

/** An event that only one of the rule sets has. */
export function oneSided(versions: Versions, event: string, isGone: boolean): EventDiff {
  const found = findPossible(versions, event, isGone ? "before" : "after");
  const head = {
    before: isGone ? "possible" : "impossible",
    after: isGone ? "impossible" : "possible",
    because: { kind: "event", name: event, title: isGone ? "The event is no longer there" : "The event is new" },
  } as const;
  return withFound(event, labelOf(versions, event), head, found);
}

type Head = Pick<EventDifference, "before" | "after" | "because">;

function withFound(event: string, label: string, head: Head, found: ReturnType<typeof findPossible>): EventDiff {
  const differences = found === "none" || "why" in found ? [] : [{ ...head, isAlone: true, witness: found }];
  const notDecided = found !== "none" && "why" in found ? [{ ...head, why: found.why }] : [];
  return { event, label, relation: relationOf(differences, notDecided), differences, notDecided };
}

/** An event that leads to another ERP status than before. */
function elsewhere(versions: Versions, event: string): Pick<EventDiff, "differences" | "notDecided"> {
  const { before, after } = versions;
  const [first, second] = [statusAfter(before, event), statusAfter(after, event)];
  if (first === second) return { differences: [], notDecided: [] };
  const because = { kind: "event", name: event, title: "The event leads elsewhere" } as const;
  const head = { before: `leads to ${first}`, after: `leads to ${second}`, because } as const;
  return withFound(event, "", head, findPossible(versions, event, "both"));
}

function statusAfter({ definition }: RuleSet, event: string): string {
  return definition.lifecycle[event]?.to ?? "the same ERP status";
}
