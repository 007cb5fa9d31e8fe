import { isDateTime } from "../context/calendar.ts";
import { type Facts, isAbsent } from "../context/facts.ts";
import { editValue } from "../document/edit-value.ts";
import { type Path, toPointer, valueAt } from "../document/pointer.ts";
import { isObject, type JsonObject } from "../document/value.ts";
import type { DocumentEdit, Pcco, PccoHistoryRecord, Reason, Setter } from "../generated/types.ts";
import { show } from "../keywords/show.ts";
import { factsFor, type Machine, type MachineEvent } from "./machine.ts";
import { inputReasons, reasonsAgainst } from "./reasons.ts";

/** What an event is asked with. */
export interface TransitionRequest {
  /** When the event happens, as RFC 3339 date and time. The product has no clock of its own. */
  readonly at: string;
  /** What is entered for the event, by name. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** The `erp.revision` the caller has seen (0 when there is none); the event is refused as stale when it has moved on. */
  readonly expectedRevision?: number;
}

/** A moved PCCO, or every reason why it was not moved. */
export type TransitionResult =
  | {
      readonly ok: true;
      /** The moved PCCO. The one that was given is not changed. */
      readonly document: Pcco;
      /** What was added to `erp.history`. */
      readonly record: PccoHistoryRecord;
      /** The same change as edits, for writing into the text it came from. */
      readonly edits: readonly DocumentEdit[];
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/** Lets an event happen, or says why it can't. */
export function moveDocument(
  machine: Machine,
  event: MachineEvent,
  facts: Pick<Facts, "document" | "context">,
  request: TransitionRequest,
  rules: string,
): TransitionResult {
  const { at, expectedRevision } = request;
  const full = factsFor(event, facts, request.input, isTime(at) ? at : undefined);
  const revision = revisionOf(facts.document);
  const reasons: Reason[] = [];
  if (expectedRevision !== undefined && expectedRevision !== revision) {
    const message = `The PCCO has moved on since it was read: revision ${revision} instead of ${expectedRevision}. Read it again.`;
    reasons.push({ kind: "stale", message });
  }
  if (!isTime(at))
    reasons.push({
      kind: "input",
      input: "at",
      message: `The time of the event must be a date and time; found ${show(at)}.`,
    });
  if (!isAbsent(request.input) && !isObject(request.input))
    reasons.push({
      kind: "input",
      message: `What is entered must be a group of values; found ${show(request.input)}.`,
    });
  reasons.push(...stateFaults(facts.document));
  const entered = inputReasons(event, full.input);
  // What is wrong with an entered value is told once: by its own complaint, not by the rules that wait for it too.
  const complained = new Set(entered.map(({ input }) => input));
  const others = reasonsAgainst(machine, event, full).filter(
    ({ ruleId }) =>
      !event.rules.some(({ id, inputs }) => id === ruleId && inputs.some((input) => complained.has(input))),
  );
  if (reasons.length + others.length + entered.length > 0)
    return { ok: false, reasons: [...reasons, ...others, ...entered] };
  const from = machine.stateOf(facts.document);
  const record: PccoHistoryRecord = {
    event: event.name,
    at,
    ...actorId(facts.context),
    from,
    to: event.to ?? from,
    ...(Object.keys(full.input).length === 0 ? {} : { input: full.input }),
    rules,
  };
  const edits = editsOf(event, full, record, revision);
  return { ok: true, document: edited(facts.document, edits), record, edits };
}

/** Callers in JavaScript may leave the time out. */
function isTime(at: unknown): at is string {
  return typeof at === "string" && isDateTime(at);
}

/** Faults of the part that an event writes to: writing over them would lose what stands there. */
function stateFaults(document: JsonObject): readonly Reason[] {
  const [revision, history] = [valueAt(document, ["erp", "revision"]), valueAt(document, ["erp", "history"])];
  const faults: string[] = [];
  if (!isAbsent(revision) && !(Number.isSafeInteger(revision) && Number(revision) >= 0)) {
    faults.push(`erp.revision must be a whole number; found ${show(revision)}.`);
  }
  if (!isAbsent(history) && !Array.isArray(history)) faults.push(`erp.history must be a list; found ${show(history)}.`);
  return faults.map((message) => ({ kind: "state", message }));
}

/** A PCCO with edits made to it. */
export function edited(pcco: JsonObject, edits: readonly DocumentEdit[]): Pcco {
  const document = editValue(pcco, edits);
  if (!isPcco(document)) throw new RangeError("an edit replaced the whole PCCO");
  return document;
}

/** Nothing in a PCCO is required, so any object can be seen as one. */
function isPcco(value: unknown): value is Pcco {
  return isObject(value);
}

/** How many events the PCCO has seen. */
export function revisionOf(document: unknown): number {
  const revision = valueAt(document, ["erp", "revision"]);
  return typeof revision === "number" ? revision : 0;
}

function actorId(context: unknown): Pick<PccoHistoryRecord, "by"> {
  const id = valueAt(context, ["actor", "id"]);
  return typeof id === "number" || typeof id === "string" ? { by: id } : {};
}

function editsOf(
  event: MachineEvent,
  { document, input }: Facts,
  record: PccoHistoryRecord,
  revision: number,
): readonly DocumentEdit[] {
  const edits: DocumentEdit[] = [];
  const write = (path: Path, value: unknown): void => {
    const op = valueAt(document, path) === undefined ? "add" : "replace";
    edits.push({ op, path: toPointer(path), value });
  };
  const erp = valueAt(document, ["erp"]);
  if (erp !== undefined && !isObject(erp)) edits.push({ op: "replace", path: "/erp", value: {} });
  for (const { path, setter } of event.set) {
    const value = setValue(setter, record.at, input, valueAt(document, path));
    if (value !== undefined && !(value === null && valueAt(document, path) === undefined)) write(path, value);
  }
  if (event.to !== undefined || valueAt(document, ["erp", "status"]) !== undefined) write(["erp", "status"], record.to);
  write(["erp", "last_event"], event.name);
  write(["erp", "revision"], revision + 1);
  const history = valueAt(document, ["erp", "history"]);
  if (Array.isArray(history)) edits.push({ op: "add", path: "/erp/history/-", value: record });
  else write(["erp", "history"], [record]);
  return edits;
}

/** The value to write; `undefined` to leave the field as it is. */
function setValue(setter: Setter, at: string, input: Facts["input"], current: unknown): unknown {
  if (setter.now) return isAbsent(current) ? at : undefined;
  if (setter.clear) return null;
  if (setter.input !== undefined) return input[setter.input];
  return setter.value;
}
