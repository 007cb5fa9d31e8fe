import { describe, expect, test } from "vitest";
import { context, current } from "../check/testing.ts";
import { type Event, inState, move, moved, refused, type State } from "./testing.ts";

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

test("a rule about what is entered is asked by the events for which it is entered, and by no others", () => {
  expect(current.check(inState("failed_to_export"), context, { event: "retry-export" })).toEqual({
    outcome: "exportable",
    findings: [],
  });
  expect(current.check(inState("ready_to_export"), context, { event: "accept" }).outcome).toBe("unknown");
});
