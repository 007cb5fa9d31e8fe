import { describe, expect, test } from "vitest";
import { at, context, contract, current, extending, frozen, ids, only, pcco, seed } from "../check/testing.ts";
import { as, type Event, inputs, inState, move, moved, refused, type State, states, table } from "./testing.ts";

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

test("an unknown event is a mistake of the program", () => {
  expect(() => Reflect.apply(current.transition, current, [pcco, "sned", { at }])).toThrow(
    new RangeError(`There is no event "sned". Did you mean "send"? Known are ${current.events.join(", ")}.`),
  );
});
