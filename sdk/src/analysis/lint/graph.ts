import type { LifecycleEvent } from "../../generated/types.ts";
import type { ResolvedRuleSet } from "../../rules/resolve.ts";

/** Where a PCCO stands: its ERP status and the last event; without the latter nothing has happened yet. */
export interface Standpoint {
  readonly state: string;
  readonly last: string | undefined;
}

/** A standpoint and the events that led there, in order. */
export interface Way {
  readonly at: Standpoint;
  readonly start: Standpoint;
  readonly events: readonly string[];
}

/**
 * Everything a PCCO can come to, each by a shortest way, as far as ERP statuses and events tell: guards, roles and rules
 * are not asked.
 * @param starts where it may be found
 * @param counts whether an event may be used
 */
export function waysFrom(
  { lifecycle }: Pick<ResolvedRuleSet, "lifecycle">,
  starts: readonly Standpoint[],
  counts: (event: string) => boolean = () => true,
): readonly Way[] {
  const ways: Way[] = starts.map((start) => ({ at: start, start, events: [] }));
  const seen = new Set(ways.map(({ at }) => key(at)));
  // Grows while it is walked, so that nearer standpoints come first.
  for (const { at, start, events } of ways) {
    for (const [name, event] of Object.entries(lifecycle)) {
      if (!isFrom(event, at) || !counts(name)) continue;
      const next = { state: event.to ?? at.state, last: name };
      if (seen.has(key(next))) continue;
      seen.add(key(next));
      ways.push({ at: next, start, events: [...events, name] });
    }
  }
  return ways;
}

function key({ state, last }: Standpoint): string {
  return JSON.stringify([state, last]);
}

/** Whether an event can happen at a standpoint. */
export function isFrom({ from }: Pick<LifecycleEvent, "from">, { state, last }: Standpoint): boolean {
  return from.some((each) => (typeof each === "string" ? each === state : each.state === state && each.after === last));
}

/** The ERP statuses in which a PCCO may be found though no event led there: those that are not locked. */
export function outerStates({ states, lifecycle }: Pick<ResolvedRuleSet, "states" | "lifecycle">): readonly string[] {
  const led = new Set(Object.values(lifecycle).flatMap(({ to }) => to ?? []));
  return Object.entries(states).flatMap(([name, { initial, locked }]) =>
    !initial && !locked && !led.has(name) ? [name] : [],
  );
}

/** Everything a PCCO can come to: one without an ERP status, and one that the ERP integration has given one. */
export function allWays(set: Pick<ResolvedRuleSet, "states" | "lifecycle">): readonly Way[] {
  const initial = Object.entries(set.states).flatMap(([name, state]) => (state.initial ? [name] : []));
  return waysFrom(
    set,
    [...initial, ...outerStates(set)].map((state) => ({ state, last: undefined })),
  );
}
