import { describe, expect, test } from "vitest";
import { at, context, current, frozen, pcco, withFields } from "../check/testing.ts";
import { inState, move, moved, refused } from "./testing.ts";

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
      {
        kind: "state",
        message: expect.stringMatching(
          RegExp(`^The ERP status "${name}" is not known\\. It can be not_integrated, .* or synced\\.$`),
        ),
      },
    ]);
  });

  test.each([
    ["synced", "erp: synced", '"synced"'],
    [5, "erp: 5", "5"],
    [[], "erp: a list of 0", "a list of 0"],
    [[{ toString: null }], "erp: a list of 1", "a list of 1"],
  ])("in place of the group is unknown: %j", (erp, name, shown) => {
    const document = withFields({ erp });
    expect(current.statusOf(document)).toBe(name);
    expect(refused(move(document, "send"))).toMatchObject([
      {
        kind: "state",
        message: expect.stringMatching(
          RegExp(
            `^erp must be a group of fields with a status, which is not_integrated, .* or synced; found ${shown}\\.$`,
          ),
        ),
      },
    ]);
  });

  test("has names that every JavaScript object has for no states", () => {
    for (const status of ["__proto__", "constructor", "toString"])
      expect(move(inState(status), "retrieve").ok).toBe(false);
  });
});
