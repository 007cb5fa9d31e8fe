import { valueAt } from "../document/pointer.ts";
import { isObject, type JsonObject } from "../document/value.ts";
import type { PccoHistoryRecord } from "../generated/types.ts";
import { viewOf } from "./view.ts";

/** One call of Procore's REST API, as data. Nothing is sent. */
export interface ProcoreCall {
  readonly method: "PATCH";
  /** Path under the API's host. */
  readonly path: string;
  readonly body: JsonObject;
}

/** What Procore has to be told after an event. */
export interface CloseOutRequest {
  readonly companyId: number | string;
  /** Id of the request detail that came with the ERP request. */
  readonly requestDetailId: number | string;
}

/**
 * The calls with which an integration closes out an ERP request after `export-succeeded`, `unlink` or `reset`: the origin
 * ids, then the request detail. After `export-failed` the request detail alone: there is no origin id to write.
 * Source: Procore's ERP Integrations Technical Guide.
 * @param moved the result of a transition that went through
 * @throws {RangeError} when the event is none of these four: Procore expects nothing then
 */
export function closeOutCalls(
  moved: { readonly document: unknown; readonly record: PccoHistoryRecord },
  { companyId, requestDetailId }: CloseOutRequest,
): readonly ProcoreCall[] {
  const { record } = moved;
  const document = viewOf(moved.document)?.document;
  const details = detailsOf(record);
  const company = `/rest/v1.0/companies/${encodeURIComponent(companyId)}`;
  const originId = valueAt(document, ["erp", "origin_id"]) ?? null;
  const sync: ProcoreCall = {
    method: "PATCH",
    path: `${company}/external_data/sync`,
    body: { updates: [{ item_type: "change_order", item_id: valueAt(document, ["id"]), origin_id: originId }] },
  };
  const close: ProcoreCall = {
    method: "PATCH",
    path: `${company}/erp_request_details/${encodeURIComponent(requestDetailId)}`,
    body: { request_detail: details },
  };
  return record.event === "export-failed" ? [close] : [sync, close];
}

function detailsOf({ event, input }: PccoHistoryRecord): JsonObject {
  if (event === "export-failed") {
    const messages = isObject(input) ? input["messages"] : undefined;
    return { status: "failed", messages: Array.isArray(messages) ? messages : [] };
  }
  if (event === "export-succeeded" || event === "unlink" || event === "reset")
    return { status: "success", messages: [] };
  throw new RangeError(
    `Procore expects no close-out call after "${event}"; it does after export-succeeded, export-failed, unlink and reset`,
  );
}
