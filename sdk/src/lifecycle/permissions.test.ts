import { describe, expect, test } from "vitest";
import { at, context, current, frozen, only, pcco, seed } from "../check/testing.ts";
import { as, type Event, inState, move, moved, refused, table } from "./testing.ts";

describe("who may do what", () => {
  const people = {
    nobody: as({}),
    "a reader": as({ prime_contracts: "read_only", erp_integrations: "read_only", can_push_to_accounting: true }),
    "an editor of contracts": as({ prime_contracts: "standard" }),
    "an admin of contracts": as({ prime_contracts: "admin" }),
    "the reviewer": as({ designated_reviewer: true }),
    "someone of accounting": as({ erp_integrations: "standard" }),
    "an approver of accounting": as({ erp_integrations: "standard", can_push_to_accounting: true }),
    "an admin of accounting": as({ erp_integrations: "admin", can_push_to_accounting: true }),
    "an admin of both": as({ prime_contracts: "admin", erp_integrations: "admin", can_push_to_accounting: true }),
    "the integration": as({ system: true }),
  };
  const send: Event[] = ["send", "retrieve", "resend"];
  const accounting: Event[] = ["accept", "reject", "retry-export"];
  const integration: Event[] = ["export-succeeded", "export-failed"];
  const may: Readonly<Record<keyof typeof people, readonly Event[]>> = {
    nobody: [],
    "a reader": [],
    "an editor of contracts": [],
    "an admin of contracts": ["approve", ...send],
    "the reviewer": ["approve"],
    "someone of accounting": [],
    "an approver of accounting": accounting,
    "an admin of accounting": accounting,
    "an admin of both": ["approve", ...send, ...accounting, "unlink", "reset"],
    "the integration": integration,
  };
  const fromState = (event: Event): string => Object.keys(table[event])[0] ?? "";

  test.each(Object.entries(people))("%s", (person, surroundings) => {
    const allowed = current.events.filter((event) => {
      const document = inState(
        event === "approve" ? "not_in_erp" : fromState(event),
        event === "approve" ? { status: "pending" } : {},
      );
      const reasons = refused(move(document, event, { context: surroundings }));
      for (const reason of reasons) expect(reason.kind).toBe("role");
      return reasons.length === 0;
    });
    expect(new Set(allowed)).toEqual(new Set(Object.entries(may).find(([name]) => name === person)?.[1]));
  });

  test("the reason says what the person needs", () => {
    expect(only(refused(move(inState("not_in_erp"), "send", { context: people.nobody })))).toMatchObject({
      kind: "role",
      message: '"Send to ERP" needs Admin permission on the project\'s Prime Contracts tool.',
    });
  });

  test("someone who is not known may not, and the reason says what is missing", () => {
    const { actor: _actor, ...rest } = context;
    expect(only(refused(move(inState("not_in_erp"), "send", { context: frozen(rest) })))).toMatchObject({
      kind: "role",
      unknown: true,
      message:
        "\"Send to ERP\" needs Admin permission on the project's Prime Contracts tool. Can't tell: the context does not give actor.",
    });
    const half = frozen({ ...context, actor: { prime_contracts: "none" as const } });
    expect(only(refused(move(inState("synced"), "reset", { context: half }))).unknown).toBeUndefined();
  });
});

describe("approving", () => {
  const reviewer = as({ designated_reviewer: true });

  test("sets the status, and the Approved Date where there is none", () => {
    const draft = inState("not_in_erp", { status: "draft", reviewed_at: null });
    expect(moved(move(draft, "approve"))).toMatchObject({
      status: "approved",
      reviewed_at: at,
      erp: { status: "not_in_erp", last_event: "approve" },
    });
    expect(moved(move(inState("not_in_erp", { status: "draft" }), "approve"))).toMatchObject({
      reviewed_at: pcco.reviewed_at,
    });
  });

  test("is not possible twice", () => {
    expect(refused(move(inState("not_in_erp"), "approve"))).toMatchObject([
      { kind: "state", message: "The PCCO is already Approved." },
    ]);
  });

  test.each(["pending", "revised"])("the reviewer may while it is %s", (status) => {
    expect(refused(move(inState("not_in_erp", { status }), "approve", { context: reviewer }))).toEqual([]);
  });

  test.each(["draft", "pricing", "not_pricing", "proceeding", "rejected", "void"])(
    "since 1.1.0 the reviewer may not while it is %s",
    (status) => {
      const document = inState("not_in_erp", { status });
      expect(refused(move(document, "approve", { context: reviewer }))).toMatchObject([
        { kind: "role", message: expect.stringContaining("Pending - In Review or Pending - Revised") },
      ]);
      expect(seed.transition(document, "approve", { context: reviewer, at }).ok).toBe(true);
    },
  );

  test.each(["void", "rejected", "no_charge"])(
    "is possible for an admin while it is %s: people may change their mind",
    (status) => {
      for (const rules of [seed, current]) {
        const result = rules.transition(inState("not_in_erp", { status }), "approve", {
          context: as({ prime_contracts: "admin" }),
          at,
        });
        expect(moved(result)).toMatchObject({ status: "approved", erp: { last_event: "approve" } });
      }
    },
  );

  test("of a PCCO that has no ERP status yet adds none", () => {
    const { erp } = moved(move(frozen({ ...pcco, status: "draft" }), "approve"));
    expect(erp).not.toHaveProperty("status");
    expect(erp).toMatchObject({ last_event: "approve", revision: 1 });
  });
});
