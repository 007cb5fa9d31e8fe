import { describe, expect, test } from "vitest";
import { at, context, current, frozen, pcco } from "../check/testing.ts";
import { type Event, inputs, inState } from "../lifecycle/testing.ts";
import { closeOutCalls } from "./close-out.ts";

const request = { companyId: 42, requestDetailId: "77/8" };

/** The calls after an event. */
function callsAfter(document: Readonly<Record<string, unknown>>, event: Event) {
  const result = current.transition(frozen(document), event, { context, at, input: inputs[event] ?? {} });
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(" "));
  return closeOutCalls(result, request);
}

describe("Procore is told the origin id, and how the request ended", () => {
  test.each([
    ["export-succeeded", inState("exporting"), "CR-1", { status: "success", messages: [] }],
    ["unlink", inState("synced"), null, { status: "success", messages: [] }],
    ["reset", inState("synced"), null, { status: "success", messages: [] }],
  ] as const)("after %s", (event, document, originId, detail) => {
    expect(callsAfter({ ...document }, event)).toEqual([
      {
        method: "PATCH",
        path: "/rest/v1.0/companies/42/external_data/sync",
        body: { updates: [{ item_type: "change_order", item_id: 3307, origin_id: originId }] },
      },
      { method: "PATCH", path: "/rest/v1.0/companies/42/erp_request_details/77%2F8", body: { request_detail: detail } },
    ]);
  });

  test("after export-failed only how it ended, for there is no origin id to write", () => {
    expect(callsAfter({ ...inState("exporting") }, "export-failed")).toEqual([
      {
        method: "PATCH",
        path: "/rest/v1.0/companies/42/erp_request_details/77%2F8",
        body: { request_detail: { status: "failed", messages: ["Phase 05-120 is closed"] } },
      },
    ]);
  });

  test("also of a payload in which the PCCO stands further in", () => {
    const { line_items, ...header } = pcco;
    const data = { prime_contract_change_order: header, prime_contract_change_order_items: line_items };
    const [sync] = callsAfter(
      { request_name: "create_prime_contract_change_order", request_data: data },
      "export-succeeded",
    );
    expect(sync?.body).toEqual({ updates: [{ item_type: "change_order", item_id: 3307, origin_id: "CR-1" }] });
    const [unsync] = callsAfter({ data: { ...pcco, origin_id: "CR-1" } }, "reset");
    expect(unsync?.body).toEqual({ updates: [{ item_type: "change_order", item_id: 3307, origin_id: null }] });
  });
});

test.each(["approve", "send", "retrieve", "accept", "reject", "resend", "retry-export"])(
  "after %s it expects nothing",
  (event) => {
    const record = { event, at, from: "a", to: "b" };
    expect(() => closeOutCalls({ document: pcco, record }, request)).toThrow(
      new RangeError(
        `Procore expects no close-out call after "${event}"; it does after export-succeeded, export-failed, unlink and reset`,
      ),
    );
  },
);
