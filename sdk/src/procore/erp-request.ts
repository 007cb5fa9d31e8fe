import { fromPointer, toPointer } from "../document/pointer.ts";
import { isList, isObject, type JsonObject } from "../document/value.ts";
import type { View } from "./view.ts";

/** The body of an ERP request about a PCCO, and where in the payload it stands. */
export interface ErpRequest {
  readonly data: JsonObject;
  /** JSON Pointer to `data`. */
  readonly at: string;
}

const pcco = "prime_contract_change_order";
const items = "prime_contract_change_order_items";

/** Finds the request data of `create_prime_contract_change_order`, whole or by itself; `undefined` when it is none. */
export function requestData(payload: JsonObject): ErpRequest | undefined {
  if (isObject(headerOf(payload))) return { data: payload, at: "" };
  const data = payload["request_data"];
  return isObject(data) && isObject(headerOf(data)) ? { data, at: "/request_data" } : undefined;
}

/** Every PCCO is asked for it, and a key that is written out is looked up soonest. */
function headerOf(data: JsonObject): unknown {
  return data["prime_contract_change_order"];
}

/**
 * Sees an ERP request as the PCCO it is about. Procore creates it when the accounting approver accepts, so its ERP
 * status is `exporting`. The billing item stands on each item as the associated line's `prime_line_item_origin_code`.
 */
export function viewOfRequest({ data, at }: ErpRequest, context: JsonObject): View {
  const header = headerOf(data);
  const lines = data[items];
  const document: Record<string, unknown> = { erp: { status: "exporting" }, ...(isObject(header) ? header : {}) };
  if (lines !== undefined) document["line_items"] = isList(lines) ? lines.map(lineOf) : lines;
  return {
    document,
    context: { ...surroundings(data), ...context },
    outside: (pointer) => {
      const [first, index, field, ...rest] = fromPointer(pointer);
      if (first !== "line_items" || lines === undefined) return `${at}/${pcco}${pointer}`;
      if (index === undefined || field === undefined)
        return `${at}/${items}${index === undefined ? "" : toPointer([index])}`;
      return `${at}/${items}${toPointer([index, field === "billing_item_code" && takesOriginCode(lines, index) ? originCode : field, ...rest])}`;
    },
  };
}

const originCode = "prime_line_item_origin_code";

function takesOriginCode(lines: unknown, index: string | number): boolean {
  const line = isList(lines) && typeof index === "number" ? lines[index] : undefined;
  return isObject(line) && line["billing_item_code"] === undefined && line[originCode] !== undefined;
}

function lineOf(item: unknown): unknown {
  if (!isObject(item) || item["billing_item_code"] !== undefined || item[originCode] === undefined) return item;
  return { ...item, billing_item_code: item[originCode] };
}

/** The project and the prime contract that an ERP request carries. */
function surroundings(data: JsonObject): JsonObject {
  const contract = data["prime_contract"];
  const lines = data["prime_contract_items"];
  return {
    ...(isObject(data["project"]) ? { project: data["project"] } : {}),
    ...(isObject(contract)
      ? { prime_contract: lines === undefined ? contract : { ...contract, line_items: lines } }
      : {}),
  };
}
