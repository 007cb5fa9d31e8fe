import { isAbsent } from "../context/facts.ts";
import { fromPointer } from "../document/pointer.ts";
import { isList, isObject, type JsonObject } from "../document/value.ts";
import { requestData, viewOfRequest } from "./erp-request.ts";

/** A PCCO as the rules see it, whatever payload it came in. */
export interface View {
  readonly document: JsonObject;
  readonly context: JsonObject;
  /** Turns a JSON Pointer into `document` into one into the payload as it was given; `undefined` when they are the same. */
  readonly outside: ((pointer: string) => string) | undefined;
}

const nothing: JsonObject = Object.freeze({});

/**
 * Recognises what Procore hands out: a PCCO itself (a `prime_change_orders` response), the same inside `data` or
 * `change_order`, a PCCO beside its `line_items` and `prime_contract`, and the ERP request
 * `create_prime_contract_change_order`. Nothing is copied while the payload is the PCCO itself.
 * @returns `undefined` when the value is no PCCO at all: not an object, or a response with a list of them
 */
export function viewOf(payload: unknown, context?: unknown): View | undefined {
  if (!isObject(payload) || (payload["status"] === undefined && isList(payload["data"]))) return undefined;
  return viewWithin(payload, isObject(context) ? context : nothing, mostWrappers);
}

/**
 * Whether a payload and its context are seen just as they are. Told quickly; `false` leaves it open.
 * @param system an ERP system that the context can name as it is
 */
export function isSeenAsItIs(payload: unknown, context: unknown, system: unknown): context is JsonObject {
  if (!isObject(payload) || payload["status"] === undefined || requestData(payload) !== undefined || !isObject(context))
    return false;
  if (payload["prime_change_order"] !== undefined || payload["prime_contract"] !== undefined) return false;
  const surroundings = context["erp"];
  if (surroundings !== undefined && !(isObject(surroundings) && surroundings["system"] === system)) return false;
  const erp = payload["erp"];
  return erp === undefined ? payload["origin_id"] === undefined : isObject(erp) && !isAbsent(erp["status"]);
}

/** Most wrappers around a PCCO that are taken off. */
const mostWrappers = 3;

function viewWithin(payload: JsonObject, context: JsonObject, depth: number): View {
  const request = requestData(payload);
  if (request !== undefined) return viewOfRequest(request, context);
  if (payload["status"] === undefined && depth > 0) {
    for (const wrapper of ["data", "change_order"]) {
      const inner = payload[wrapper];
      if (isObject(inner)) return within(wrapper, viewWithin(inner, context, depth - 1));
    }
  }
  const beside = payload["prime_change_order"];
  if (isObject(beside)) return besideItsLines(beside, payload, context);
  return {
    document: withErpState(payload),
    context: withContract(context, payload["prime_contract"]),
    outside: undefined,
  };
}

function within(wrapper: string, inner: View): View {
  return { ...inner, outside: (pointer) => `/${wrapper}${inner.outside?.(pointer) ?? pointer}` };
}

/** What may stand beside a PCCO instead of inside it. */
const besides = ["line_items", "markups"];

function besideItsLines(pcco: JsonObject, payload: JsonObject, context: JsonObject): View {
  const names = besides.filter((name) => isAbsent(pcco[name]) && payload[name] !== undefined);
  const lists = Object.fromEntries(names.map((name) => [name, payload[name]]));
  return {
    document: withErpState(names.length === 0 ? pcco : { ...pcco, ...lists }),
    context: withContract(context, payload["prime_contract"]),
    outside: (pointer) => {
      const [first] = fromPointer(pointer);
      return names.some((name) => name === first) ? pointer : `/prime_change_order${pointer}`;
    },
  };
}

/** Procore marks a synced record by its `origin_id` alone; the rules want to see an ERP status. */
function withErpState(document: JsonObject): JsonObject {
  const given = document["erp"];
  if (given === undefined && document["origin_id"] === undefined) return document;
  const erp = given ?? nothing;
  if (!isObject(erp) || !isAbsent(erp["status"])) return document;
  const origin = isAbsent(erp["origin_id"]) ? document["origin_id"] : erp["origin_id"];
  if (isAbsent(origin)) return document;
  return { ...document, erp: { ...erp, status: "synced", origin_id: origin } };
}

/** Adds the prime contract that came with the payload, unless the context has one of its own. */
function withContract(context: JsonObject, contract: unknown): JsonObject {
  return !isObject(contract) || context["prime_contract"] !== undefined
    ? context
    : { ...context, prime_contract: contract };
}
