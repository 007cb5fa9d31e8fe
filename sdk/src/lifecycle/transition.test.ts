import { describe, expect, test } from "vitest";
import {
  at,
  context,
  contract,
  current,
  extending,
  frozen,
  ids,
  only,
  pcco,
  seed,
  withFields,
} from "../check/testing.ts";
import { as, type Event, inputs, inState, move, moved, refused, type State, states } from "./testing.ts";

/** Which state each event leads to, from each state it is possible in. */
const table: Readonly<Record<Event, Readonly<Partial<Record<State, State>>>>> = {
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

/** Why a PCCO with an ERP id is not sent. */
const twice = "The PCCO has an ERP id already. Unlink or reset it first, or it would be in the ERP system twice.";

describe("each event is possible in some states and leads to one", () => {
  const cases = states.flatMap((state) => current.events.map((event) => ({ state, event, to: table[event][state] })));
  test("all 8 states and 11 events are in the table", () => {
    expect(Object.keys(current.definition.states)).toEqual([...states]);
    expect(cases).toHaveLength(88);
  });

  test.each(cases)("$event from $state: $to", ({ state, event, to }) => {
    for (const rules of [seed, current]) {
      const document = inState(state, event === "approve" ? { status: "pending" } : {});
      const result = rules.transition(document, event, { context, at, input: inputs[event] ?? {} });
      if (to === undefined) {
        // What is synced has an ERP id too, which is against sending it once more.
        const isTwice = state === "synced" && (event === "send" || event === "resend");
        expect(refused(result).map(({ kind }) => kind)).toEqual(isTwice ? ["state", "state"] : ["state"]);
        continue;
      }
      expect(result).toMatchObject({
        ok: true,
        record: { event, at, by: 12, from: state, to, rules: `spectrum/pcco@${rules.reference.version}` },
      });
      expect(rules.statusOf(moved(result))).toBe(to);
    }
  });

  test("the reason says where the event is possible", () => {
    expect(only(refused(move(inState("exporting"), "send")))).toMatchObject({
      kind: "state",
      message: '"Send to ERP" is possible while the ERP status is Not in ERP or Invalid; it is Exporting.',
      source: { url: expect.stringContaining("https:") },
    });
    expect(refused(move(inState("synced"), "send"))).toMatchObject([
      {
        kind: "state",
        message: '"Send to ERP" is possible while the ERP status is Not in ERP or Invalid; it is Synced.',
        source: { url: expect.stringContaining("https:") },
      },
      { kind: "state", message: twice },
    ]);
    expect(only(refused(move(inState("not_in_erp"), "resend"))).message).toBe(
      '"Resend to ERP" is possible while the ERP status is Rejected by accounting or Not in ERP after "Retrieve from ERP"; it is Not in ERP.',
    );
  });
});

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

describe("everything that is against an event is told at once", () => {
  test("state, person, rules, inputs, time and revision", () => {
    const document = inState("synced", { status: "draft", created_at: null, erp: { status: "synced", revision: 3 } });
    const reasons = refused(
      move(document, "accept", {
        context: as({}),
        at: "today",
        input: { transaction_date: "soon", commnt: "x" },
        expectedRevision: 2,
      }),
    );
    expect(reasons.map(({ kind, ruleId, input }) => [kind, ruleId ?? input])).toEqual([
      ["stale", undefined],
      ["input", "at"],
      ["state", undefined],
      ["role", undefined],
      ["rule", "status-approved"],
      ["rule", "date-required"],
      ["input", "commnt"],
      ["input", "transaction_date"],
    ]);
  });

  test("a day that is missing or wrong is told once, by what must be entered and not by the rule that waits for it too", () => {
    const document = inState("ready_to_export");
    const told = (more: Readonly<Record<string, unknown>>) =>
      refused(move(document, "accept", more)).map(({ kind, ruleId, input }) => [kind, ruleId ?? input]);
    expect(told({ input: { transaction_date: "soon" } })).toEqual([["input", "transaction_date"]]);
    expect(told({ at: "today" })).toEqual([
      ["input", "at"],
      ["input", "transaction_date"],
    ]);
    expect(
      ids(current.check(document, context, { event: "accept", input: { transaction_date: "" } }).findings),
    ).toEqual(["transaction-date"]);
  });

  test("a rule that can't be judged is against it too, a warning is not", () => {
    const { prime_contract: _contract, ...rest } = context;
    const reasons = refused(seed.transition(inState("not_in_erp"), "send", { context: frozen(rest), at }));
    expect(reasons.map(({ ruleId, unknown }) => [ruleId, unknown])).toEqual([
      ["billing-item-code-length", true],
      ["associated-line-item-known", true],
    ]);
    expect(move(inState("not_in_erp", { number: "12345678901" }), "send").ok).toBe(true);
  });

  test("nor is a warning that can't be judged, though it leaves the outcome open", async () => {
    const { origin_id: _unsynced, ...rest } = contract;
    const unjudged = frozen({ ...context, prime_contract: rest });
    const document = inState("not_in_erp");
    for (const severity of ["warning", "info"]) {
      const rules = await extending(`overrides:\n  contract-synced: { severity: ${severity}, because: x }\n`);
      expect(rules.check(document, unjudged).outcome).toBe("unknown");
      expect(refused(rules.transition(document, "send", { context: unjudged, at }))).toEqual([]);
      expect(rules.actions(document, unjudged, { at }).find(({ event }) => event === "send")).toMatchObject({
        enabled: true,
        reasons: [],
      });
    }
    expect(refused(current.transition(document, "send", { context: unjudged, at }))).toMatchObject([
      { ruleId: "contract-synced", unknown: true },
    ]);
  });

  test("a value of the wrong type is against it", () => {
    expect(refused(move(inState("not_in_erp", { created_at: "soon" }), "send"))).toMatchObject([
      { kind: "rule", ruleId: "document/type", path: "/created_at" },
    ]);
  });
});

describe("what is entered for an event", () => {
  test.each<[Event, State, Readonly<Record<string, unknown>>, string]>([
    ["export-succeeded", "exporting", {}, "ERP id (origin_id) must be given."],
    ["export-succeeded", "exporting", { origin_id: " " }, "ERP id (origin_id) must be given."],
    ["export-succeeded", "exporting", { origin_id: 5 }, "ERP id (origin_id) must be a text; found 5."],
    [
      "export-succeeded",
      "exporting",
      { origin_id: "1", orgin_id: "2" },
      '"Export succeeded" takes no value named "orgin_id". Did you mean "origin_id"?',
    ],
    ["export-failed", "exporting", {}, "Export messages (messages) must be given."],
    [
      "export-failed",
      "exporting",
      { messages: [] },
      "Export messages (messages) must be one or more texts; found a list of 0.",
    ],
    [
      "export-failed",
      "exporting",
      { messages: [5] },
      "Export messages (messages) must be one or more texts; found a list of 1.",
    ],
    [
      "export-failed",
      "exporting",
      { messages: "no" },
      'Export messages (messages) must be one or more texts; found "no".',
    ],
    [
      "accept",
      "ready_to_export",
      { transaction_date: "2025-02-30" },
      'Transaction Date (transaction_date) must be a day that exists, such as 2025-03-04; found "2025-02-30".',
    ],
    ["reject", "ready_to_export", { comment: 5 }, "Comment (comment) must be a text; found 5."],
    ["reject", "ready_to_export", { note: "x" }, '"Reject" takes no value named "note". It takes comment.'],
    ["send", "not_in_erp", { comment: "x" }, '"Send to ERP" takes no value named "comment". It takes none.'],
    [
      "unlink",
      "synced",
      {},
      "Unlinking needs your word that the record is deleted in the ERP system. Delete it there, then confirm with erp_record_deleted=true.",
    ],
    [
      "unlink",
      "synced",
      { erp_record_deleted: false },
      "Unlinking needs your word that the record is deleted in the ERP system. Delete it there, then confirm with erp_record_deleted=true.",
    ],
    [
      "unlink",
      "synced",
      { erp_record_deleted: "yes" },
      'The record is deleted in the ERP system (erp_record_deleted) must be true or false; found "yes".',
    ],
  ])("%s from %s with %j", (event, state, input, message) => {
    expect(
      refused(move(inState(state), event, { input }))
        .filter(({ kind }) => kind === "input")
        .map((reason) => reason.message),
    ).toEqual([message]);
  });

  test("the Transaction Date is the day of the event, unless it is given", () => {
    expect(move(inState("ready_to_export"), "accept")).toMatchObject({
      document: { erp: { transaction_date: "2025-03-12" } },
      record: { input: { transaction_date: "2025-03-12" } },
    });
    expect(move(inState("ready_to_export"), "accept", { at: "2025-03-12T23:30:00-08:00" })).toMatchObject({
      record: { input: { transaction_date: "2025-03-12" } },
    });
    expect(move(inState("ready_to_export"), "accept", { input: { transaction_date: "2025-01-31" } })).toMatchObject({
      document: { erp: { transaction_date: "2025-01-31" } },
    });
  });

  test("a comment may be left out, and is kept when given", () => {
    expect(move(inState("ready_to_export"), "reject")).toMatchObject({
      ok: true,
      record: expect.not.objectContaining({ input: expect.anything() }),
    });
    expect(move(inState("ready_to_export"), "reject", { input: { comment: "Wrong phase" } })).toMatchObject({
      ok: true,
      record: { input: { comment: "Wrong phase" } },
    });
  });

  test("the ERP id and the messages of a failed export are written, and cleared when they no longer hold", () => {
    const failed = moved(move(inState("exporting"), "export-failed"));
    expect(failed.erp).toMatchObject({ status: "failed_to_export", messages: ["Phase 05-120 is closed"] });
    const synced = moved(move(moved(move(failed, "retry-export")), "export-succeeded"));
    expect(synced.erp).toMatchObject({ status: "synced", origin_id: "CR-1", messages: null });
    expect(moved(move(synced, "unlink")).erp).toMatchObject({ status: "not_in_erp", origin_id: null });
    expect(moved(move(synced, "reset")).erp).toMatchObject({ status: "not_in_erp", origin_id: null });
  });
});

describe("two people at once", () => {
  test("the second is refused as stale", () => {
    const sent = moved(move(pcco, "send", { expectedRevision: 0 }));
    expect(sent.erp?.revision).toBe(1);
    const retrieved = moved(move(sent, "retrieve", { expectedRevision: 1 }));
    const [stale, ...others] = refused(move(retrieved, "accept", { expectedRevision: 1 }));
    expect(stale).toEqual({
      kind: "stale",
      message: "The PCCO has moved on since it was read: revision 2 instead of 1. Read it again.",
    });
    expect(others.map(({ kind }) => kind)).toEqual(["state"]);
  });
});

describe("what is in the ERP system is not sent once more", () => {
  const withId = (status: State, origin_id: unknown) => inState(status, { erp: { status, origin_id } });

  test.each<[Event, State]>([
    ["send", "not_in_erp"],
    ["send", "invalid"],
    ["resend", "rejected"],
  ])("%s from %s", (event, state) => {
    for (const rules of [seed, current]) {
      const document = withId(state, "CR-1");
      expect(only(refused(rules.transition(document, event, { context, at })))).toMatchObject({
        kind: "state",
        message: twice,
        source: { url: expect.stringContaining("https:") },
      });
      expect(rules.actions(document, context, { at }).find((action) => action.event === event)).toMatchObject({
        enabled: false,
        reasons: [{ kind: "state", message: twice }],
      });
      // An empty id is none.
      for (const none of [null, "", " "])
        expect(refused(rules.transition(withId(state, none), event, { context, at }))).toEqual([]);
    }
  });

  test.each<Event>(["unlink", "reset"])("but it is after %s", (event) => {
    expect(moved(move(moved(move(inState("synced"), event)), "send"))).toMatchObject({
      erp: { status: "ready_to_export", origin_id: null },
    });
  });
});

describe("after a retrieve", () => {
  const retrieved = moved(move(moved(move(pcco, "send")), "retrieve"));

  test("the PCCO can be sent or resent", () => {
    expect(retrieved.erp).toMatchObject({ status: "not_in_erp", last_event: "retrieve" });
    expect(move(retrieved, "send").ok).toBe(true);
    expect(move(retrieved, "resend").ok).toBe(true);
  });

  test("but not resent once something else has happened", () => {
    const unapproved = frozen({ ...retrieved, status: "draft" });
    expect(move(moved(move(unapproved, "approve")), "resend").ok).toBe(false);
    expect(move(moved(move(unapproved, "approve")), "send").ok).toBe(true);
  });

  test("accounting can no longer accept or reject it, nor the project retrieve what was accepted", () => {
    for (const event of ["accept", "reject"] as const)
      expect(refused(move(retrieved, event)).map(({ kind }) => kind)).toEqual(["state"]);
    const accepted = moved(move(moved(move(pcco, "send")), "accept"));
    expect(refused(move(accepted, "retrieve")).map(({ kind }) => kind)).toEqual(["state"]);
  });
});

describe("rules are asked again", () => {
  const spoilt = { line_items: [{ ...pcco.line_items[0], billing_item_code: "12345678901" }] };
  test.each<[Event, State]>([
    ["send", "not_in_erp"],
    ["resend", "rejected"],
    ["accept", "ready_to_export"],
    ["retry-export", "failed_to_export"],
  ])("at %s", (event, state) => {
    expect(refused(move(inState(state, spoilt), event, { input: {} })).map(({ ruleId }) => ruleId)).toContain(
      "billing-item-code-length",
    );
  });

  test.each<[Event, State]>([
    ["retrieve", "ready_to_export"],
    ["reject", "failed_to_export"],
    ["export-succeeded", "exporting"],
    ["reset", "synced"],
  ])("but not at %s", (event, state) => {
    expect(refused(move(inState(state, spoilt), event))).toEqual([]);
  });

  test("after a failed export it can be tried again, or rejected and then resent", () => {
    const failed = moved(move(inState("exporting"), "export-failed"));
    expect(move(failed, "retry-export")).toMatchObject({ ok: true, record: { to: "exporting" } });
    expect(move(moved(move(failed, "reject")), "resend")).toMatchObject({
      ok: true,
      record: { to: "ready_to_export" },
    });
  });
});

describe("what is written", () => {
  test("one record, at the end of the history; all else stays", () => {
    const first = moved(move(pcco, "send"));
    const second = moved(move(first, "accept"));
    expect(first).toEqual({
      ...pcco,
      erp: {
        status: "ready_to_export",
        last_event: "send",
        revision: 1,
        history: [
          { event: "send", at, by: 12, from: "not_in_erp", to: "ready_to_export", rules: "spectrum/pcco@1.1.0" },
        ],
      },
    });
    expect(second.erp?.history).toEqual([
      ...(first.erp?.history ?? []),
      {
        event: "accept",
        at,
        by: 12,
        from: "ready_to_export",
        to: "exporting",
        input: { transaction_date: "2025-03-12" },
        rules: "spectrum/pcco@1.1.0",
      },
    ]);
    expect(second.erp?.revision).toBe(2);
  });

  test("the edits say the same", () => {
    const result = move(pcco, "send");
    expect(result.ok && result.edits).toEqual([
      { op: "add", path: "/erp/status", value: "ready_to_export" },
      { op: "add", path: "/erp/last_event", value: "send" },
      { op: "add", path: "/erp/revision", value: 1 },
      { op: "add", path: "/erp/history", value: [expect.objectContaining({ event: "send" })] },
    ]);
  });

  test("other things under erp are kept", () => {
    expect(
      moved(move(inState("x", { erp: { status: "not_in_erp", note: "mine", history: [{ event: "import" }] } }), "send"))
        .erp,
    ).toMatchObject({ note: "mine", history: [{ event: "import" }, { event: "send" }] });
  });

  test("by someone whose id is not known, without one", () => {
    const result = move(pcco, "send", { context: frozen({ ...context, actor: { prime_contracts: "admin" } }) });
    expect(result.ok && result.record).not.toHaveProperty("by");
  });
});

describe("what an event would write over is not lost", () => {
  test.each([
    [{ revision: "3" }, 'erp.revision must be a whole number; found "3".'],
    [{ revision: -1 }, "erp.revision must be a whole number; found -1."],
    [{ revision: 1.5 }, "erp.revision must be a whole number; found 1.5."],
    [{ history: "sent" }, 'erp.history must be a list; found "sent".'],
    [{ history: {} }, "erp.history must be a list; found a group of fields."],
  ])("%j", (erp, message) => {
    const document = inState("not_in_erp", { erp: { status: "not_in_erp", ...erp } });
    expect(refused(move(document, "send"))).toEqual([{ kind: "state", message }]);
  });

  test.each([{ revision: null }, { history: null }, { revision: 0, history: [] }])("%j is none yet", (erp) => {
    const document = inState("not_in_erp", { erp: { status: "not_in_erp", ...erp } });
    expect(moved(move(document, "send")).erp).toMatchObject({ revision: 1, history: [{ event: "send" }] });
  });
});

describe("the ERP status", () => {
  test.each([[undefined], [null], [{}], [{ status: null }], [{ status: "" }], [{ status: " " }]])(
    "is not_in_erp when it is %j",
    (erp) => {
      expect(current.statusOf(withFields({ erp }))).toBe("not_in_erp");
    },
  );

  test("an old spelling is read, and never written", () => {
    const document = inState("exportging");
    expect(current.statusOf(document)).toBe("exporting");
    const result = move(document, "export-failed");
    expect(result).toMatchObject({
      ok: true,
      record: { from: "exporting" },
      document: { erp: { status: "failed_to_export" } },
    });
    expect(JSON.stringify(result)).not.toContain("exportging");
  });

  test("an unknown one lets nothing happen", () => {
    for (const event of current.events)
      expect(refused(move(inState("redy_to_export", { status: "draft" }), event)).map(({ kind }) => kind)).toContain(
        "state",
      );
    expect(refused(move(inState("redy_to_export"), "retrieve"))).toMatchObject([
      { message: 'The ERP status "redy_to_export" is not known. Did you mean "ready_to_export"?' },
    ]);
  });

  test.each([
    [5, "5"],
    [true, "true"],
    [["synced"], "a list of 1"],
    [{}, "a group of fields"],
  ])("of another kind is unknown, not none: %j", (status, name) => {
    const document = withFields({ erp: { status } });
    expect(current.statusOf(document)).toBe(name);
    expect(refused(move(document, "send"))).toMatchObject([
      { kind: "state", message: `The ERP status "${name}" is not known.` },
    ]);
  });

  test.each([
    ["synced", "erp: synced"],
    [5, "erp: 5"],
    [[], "erp: "],
  ])("in place of the group is unknown: %j", (erp, name) => {
    const document = withFields({ erp });
    expect(current.statusOf(document)).toBe(name);
    expect(move(document, "send").ok).toBe(false);
  });

  test("has names that every JavaScript object has for no states", () => {
    for (const status of ["__proto__", "constructor", "toString"])
      expect(move(inState(status), "retrieve").ok).toBe(false);
  });
});

test("an unknown event is a mistake of the program", () => {
  expect(() => Reflect.apply(current.transition, current, [pcco, "sned", { at }])).toThrow(
    new RangeError(`There is no event "sned". Did you mean "send"? Known are ${current.events.join(", ")}.`),
  );
});

describe("actions", () => {
  test("are every event, in order, with label, target, inputs and reasons", () => {
    const actions = current.actions(pcco, context, { at });
    expect(actions.map(({ event }) => event)).toEqual([...current.events]);
    expect(actions.filter(({ enabled }) => enabled).map(({ event, to }) => [event, to])).toEqual([
      ["send", "ready_to_export"],
    ]);
    expect(actions.find(({ event }) => event === "accept")).toMatchObject({
      label: "Accept and export",
      input: [{ name: "transaction_date", label: "Transaction Date", type: "date", required: true, default: "today" }],
      reasons: [{ kind: "state" }],
    });
    expect(actions.find(({ event }) => event === "reject")?.input).toEqual([
      { name: "comment", label: "Comment", type: "text", required: false },
    ]);
  });

  test("do not wait for what is entered when the button is pressed", () => {
    const accept = (document: typeof pcco | ReturnType<typeof inState>) =>
      current.actions(document, context).find(({ event }) => event === "accept");
    expect(accept(inState("ready_to_export"))).toMatchObject({ enabled: true, reasons: [] });
  });

  test("nor does a rule that compares with what is entered, or asks it in a condition", async () => {
    const rule = (text: string) =>
      extending(`rules:\n  own: { ${text}, severity: error, stage: export, source: accept }\n`);
    for (const text of [
      "field: date, notBefore: transactionDate",
      "field: title, equals: X, when: { field: transactionDate, notBefore: 2030-01-01 }",
    ]) {
      const rules = await rule(text);
      expect(rules.actions(inState("ready_to_export"), context).find(({ event }) => event === "accept")?.enabled).toBe(
        true,
      );
      expect(rules.transition(inState("ready_to_export"), "accept", { context, at: "2030-03-12T08:00:00Z" }).ok).toBe(
        false,
      );
    }
  });
});

test("a rule about what is entered is asked by the events for which it is entered, and by no others", () => {
  expect(current.check(inState("failed_to_export"), context, { event: "retry-export" })).toEqual({
    outcome: "exportable",
    findings: [],
  });
  expect(current.check(inState("ready_to_export"), context, { event: "accept" }).outcome).toBe("unknown");
});
