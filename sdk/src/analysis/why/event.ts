import type { Machine, MachineEvent } from "../../lifecycle/machine.ts";
import { reasonsAgainst } from "../../lifecycle/reasons.ts";
import { type ConditionWhy, explainCondition } from "./condition.ts";
import { type Asked, whole } from "./fact.ts";

/** Whether an event can happen, but for what rules say and what is entered. */
export interface EventWhy {
  /** The ERP status of the PCCO, as people know it. */
  readonly status: string;
  /** Whether the event is possible while the ERP status is this one, and what was before it. */
  readonly isPossible: boolean;
  /** The ERP statuses in which it is possible, as people know them. */
  readonly from: readonly string[];
  /** The ERP status it leads to; `undefined` when that stays. */
  readonly to: string | undefined;
  /** The kinds of person of which one must do it. */
  readonly roles: readonly { readonly label: string; readonly is: ConditionWhy }[];
  /** What else must hold, and what is said when it does not. */
  readonly guards: readonly { readonly when: ConditionWhy; readonly message: string }[];
}

/** Tells how an event comes to be possible or not; `undefined` for rules without a life cycle. */
export function explainEvent(asked: Asked, machine: Machine, event: MachineEvent): EventWhy | undefined {
  const { set, facts } = asked;
  const definition = set.lifecycle[event.name];
  if (definition === undefined) return undefined;
  const label = (name: string): string => machine.states.get(name)?.label ?? name;
  const status = machine.stateOf(facts.document);
  const byState = reasonsAgainst(machine, { ...event, guards: [], roles: [], rules: [], isClean: () => true }, facts);
  return {
    status: label(status),
    isPossible: byState.every(({ kind }) => kind !== "state"),
    from: event.from.map((from) =>
      typeof from === "string"
        ? label(from)
        : `${label(from.state)} after "${machine.events.get(from.after)?.label ?? from.after}"`,
    ),
    to: event.to === undefined ? undefined : label(event.to),
    roles: event.roles.map((role) => ({ label: role.label, is: explainCondition(asked, role.where, whole) })),
    guards: (definition.guards ?? []).map(({ when, message }) => ({
      when: explainCondition(asked, when, whole),
      message,
    })),
  };
}
