// What the tests of the life cycle share: PCCOs in each state, and what each event asks for.
import { at, context, current, frozen, pcco, ruleSet } from "../check/testing.ts";
import type { JsonObject } from "../document/value.ts";
import type { Actor, Pcco, PccoContext, Reason } from "../generated/types.ts";
import type { TransitionResult } from "./transition.ts";

export const states = [
  "not_integrated",
  "not_in_erp",
  "ready_to_export",
  "exporting",
  "failed_to_export",
  "rejected",
  "invalid",
  "synced",
] as const;
export type State = (typeof states)[number];
export type Event = (typeof current.events)[number];

/** A value for everything that each event asks for. */
export const inputs: Readonly<Partial<Record<Event, Readonly<Record<string, unknown>>>>> = frozen({
  "export-succeeded": { origin_id: "CR-1" },
  "export-failed": { messages: ["Phase 05-120 is closed"] },
  unlink: { erp_record_deleted: true },
});

/** The PCCO in an ERP status, with other fields. */
export function inState(status: string, fields: Readonly<Record<string, unknown>> = {}): Pcco {
  return frozen({ ...pcco, erp: { status, ...(status === "synced" ? { origin_id: "CR-1" } : {}) }, ...fields });
}

/** Lets an event happen by someone who may do everything, with all inputs given. */
export function move(
  document: Pcco | JsonObject,
  event: Event,
  more: Readonly<Record<string, unknown>> = {},
): TransitionResult {
  return current.transition(frozen(document), event, frozen({ context, at, input: inputs[event] ?? {}, ...more }));
}

/** The moved PCCO. */
export function moved(result: TransitionResult): Pcco {
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(" "));
  return result.document;
}

/** Every reason why an event was refused; none when it was not. */
export function refused(result: TransitionResult): readonly Reason[] {
  return result.ok ? [] : result.reasons;
}

/** The surroundings with another person, who may do nothing but this. */
export function as(actor: Actor): PccoContext {
  return frozen({
    ...context,
    actor: {
      id: 12,
      prime_contracts: "none",
      erp_integrations: "none",
      can_push_to_accounting: false,
      designated_reviewer: false,
      system: false,
      ...actor,
    },
  });
}

/** Which state each event leads to, from each state it is possible in. */
export const table: Readonly<Record<Event, Readonly<Partial<Record<State, State>>>>> = {
  approve: { not_integrated: "not_integrated", not_in_erp: "not_in_erp", rejected: "rejected", invalid: "invalid" },
  send: { not_in_erp: "ready_to_export", invalid: "ready_to_export" },
  retrieve: { ready_to_export: "not_in_erp" },
  accept: { ready_to_export: "exporting" },
  reject: { ready_to_export: "rejected", failed_to_export: "rejected" },
  resend: { rejected: "ready_to_export" },
  "export-succeeded": { exporting: "synced" },
  "export-failed": { exporting: "failed_to_export" },
  "retry-export": { failed_to_export: "exporting" },
  unlink: { synced: "not_in_erp" },
  reset: { synced: "not_in_erp" },
};

/** A rule set in which one fix can mend several findings. */
export const mendable = await ruleSet(`fields:
  a: { label: A, path: a, type: text }
  b: { label: B, path: b, type: text }
  c: { label: C, path: c, type: choice, choices: { open: Open, shut: Shut } }
sources: { page: { title: Page, url: "https://example.com" } }
rules:
  a-short: { field: a, maxLength: 3, severity: error, stage: send, source: page }
  a-absent: { field: a, absent: true, severity: error, stage: send, source: page }
  b-absent: { field: b, absent: true, when: { field: a, absent: true }, severity: error, stage: send, source: page }
  c-lower: { field: c, pattern: "^[a-z]+$", severity: error, stage: send, source: page }
  c-known: { field: c, oneOf: [open, shut], severity: error, stage: send, source: page }
  c-open: { field: c, equals: open, severity: error, stage: send, source: page }
states: { free: { label: Free, icon: none, locked: false, initial: true } }
roles: { anyone: { label: anyone, where: { not: { field: a, equals: nobody } } } }
lifecycle: { send: { label: Send, from: [free], role: anyone, checks: [send] } }
`);
