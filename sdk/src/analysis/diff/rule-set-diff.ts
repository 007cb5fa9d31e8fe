import type { RuleSetReference } from "../../generated/types.ts";
import type { RuleSet } from "../../rule-set.ts";
import { createSolver } from "../solver/solver.ts";
import type { Compared } from "./compare.ts";
import type { Versions } from "./compare-event.ts";
import { diffEvent, type EventDiff, oneSided } from "./event-diff.ts";
import { type Change, changedNames } from "./names.ts";
import { type JudgedStep, judgeStep, stepOf } from "./step.ts";

/** What is different between two rule sets. */
export interface RuleSetDiff {
  readonly before: RuleSetReference;
  readonly after: RuleSetReference;
  /** The version step that the change needs. */
  readonly step: JudgedStep;
  /** Entries that were added, removed or changed, by name. */
  readonly changes: readonly Change[];
  /** Every event of either rule set, in the order of the newer one. */
  readonly events: readonly EventDiff[];
}

/**
 * Compares two rule sets by what they let happen: for each event, PCCOs that only one of them lets pass. Each is found by
 * search, made as small as it gets, and asked of both rule sets before it is told. What is not told is proved not to be, or
 * stands under `notDecided`.
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
  const step = judgeStep(before.reference, after.reference, stepOf(changes, events));
  return { before: before.reference, after: after.reference, step, changes, events };
}

/** Rules without a life cycle can be checked as if for sending. */
function eventsOf({ events }: RuleSet): readonly string[] {
  return events.length > 0 ? events : ["send"];
}
