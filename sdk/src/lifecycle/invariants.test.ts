import fc from "fast-check";
import { expect, test } from "vitest";
import { at, context, current, frozen, pcco, seed } from "../check/testing.ts";
import type { Pcco } from "../generated/types.ts";
import { as, type Event, inputs } from "./testing.ts";

const locked = new Set(["ready_to_export", "exporting", "failed_to_export", "synced"]);

const step = fc.record({
  pick: fc.nat(),
  isPossible: fc.constantFrom(true, true, true, false),
  person: fc.constantFrom(context, context, context, as({}), as({ prime_contracts: "admin" }), as({ system: true })),
  withInput: fc.constantFrom(true, true, false),
  status: fc.constantFrom(undefined, undefined, undefined, "approved", "draft", "pending"),
  stale: fc.constantFrom(0, 0, 0, 1),
});

/** One of the events that are possible now, or any at all. */
function chosen(
  rules: typeof current,
  document: Pcco,
  { pick, isPossible }: { readonly pick: number; readonly isPossible: boolean },
): Event {
  const enabled = new Set<string>(
    rules.actions(document, context, { at }).flatMap(({ event, enabled }) => (enabled ? [event] : [])),
  );
  const events = isPossible ? rules.events.filter((event) => enabled.has(event)) : rules.events;
  return events[pick % events.length] ?? "send";
}

/** An edit that people make between events; Procore does not let them while the PCCO is locked. */
function edit(document: Pcco, status: unknown, rules: typeof current): Pcco {
  return status === undefined || locked.has(rules.statusOf(document))
    ? document
    : frozen({ ...document, ...(typeof status === "string" ? { status } : {}) });
}

test.each([seed, current])("whatever people try, one event after another ($reference.version)", (rules) => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 15, maxLength: 40 }), (steps) => {
      let document: Pcco = frozen({ ...pcco, note: { kept: [1, 2] } });
      for (const { person, withInput, status, stale, ...choice } of steps) {
        document = edit(document, status, rules);
        const event = chosen(rules, document, choice);
        const before = JSON.stringify(document);
        const revision = document.erp?.revision ?? 0;
        const input = withInput ? (inputs[event] ?? {}) : {};
        const result = rules.transition(
          document,
          event,
          frozen({ context: person, at, input, expectedRevision: revision + stale }),
        );
        const action = rules.actions(document, person, { at }).find((each) => each.event === event);
        expect(JSON.stringify(document)).toBe(before);
        if (!result.ok) {
          expect(result.reasons.length).toBeGreaterThan(0);
          if (withInput && stale === 0) expect(action?.enabled).toBe(false);
          continue;
        }
        seen.add(event);
        expect(stale).toBe(0);
        expect(action?.enabled).toBe(true);
        const after = frozen(result.document);
        // One record more, one revision more, and nothing else.
        expect(after.erp?.history).toEqual([...(document.erp?.history ?? []), result.record]);
        expect(after.erp?.revision).toBe(revision + 1);
        expect(after.erp?.last_event).toBe(event);
        const { erp: _was, status: wasStatus, reviewed_at: wasAt, ...was } = document;
        const { erp: _is, status: isStatus, reviewed_at: isAt, ...is } = after;
        expect(is).toEqual(was);
        if (event !== "approve") expect([isStatus, isAt]).toEqual([wasStatus, wasAt]);
        // While locked the status of the document never changes, and only a synced PCCO has an ERP id.
        if (locked.has(rules.statusOf(document))) expect(isStatus).toBe(wasStatus);
        expect(rules.statusOf(after) === "synced").toBe(typeof after.erp?.origin_id === "string");
        document = after;
      }
    }),
    { numRuns: 200 },
  );
  expect([...seen].sort()).toEqual([...rules.events].sort());
});

test("a button is enabled exactly when the event goes through with everything entered", () => {
  const documents = fc.record({
    status: fc.constantFrom("approved", "approved", "draft", "pending", "Approved", null),
    created_at: fc.constantFrom("2025-03-04", "2025-03-04", null, "soon"),
    erp: fc.record({
      status: fc.constantFrom(...Object.keys(current.definition.states), "exportging", "nowhere", null),
      last_event: fc.constantFrom(null, "retrieve", "send"),
    }),
  });
  const people = fc.record({
    prime_contracts: fc.constantFrom("none" as const, "admin" as const),
    erp_integrations: fc.constantFrom("none" as const, "standard" as const),
    can_push_to_accounting: fc.boolean(),
    designated_reviewer: fc.boolean(),
    system: fc.boolean(),
  });
  fc.assert(
    fc.property(documents, people, fc.constantFrom(seed, current), (fields, actor, rules) => {
      const document = frozen({ ...pcco, ...fields });
      const surroundings = frozen({ ...context, actor });
      for (const { event, enabled } of rules.actions(document, surroundings, { at })) {
        const name = rules.events.find((each) => each === event);
        if (name === undefined) throw new Error(`unknown event ${event}`);
        expect([event, enabled]).toEqual([
          event,
          rules.transition(document, name, { context: surroundings, at, input: inputs[name] ?? {} }).ok,
        ]);
      }
    }),
    { numRuns: 400 },
  );
});
