import { isDate } from "../context/calendar.ts";
import { isObject, type JsonObject } from "../document/value.ts";
import type { Reason, ReportOutcome } from "../generated/types.ts";
import { show } from "../keywords/show.ts";
import type { EventVerdict } from "./samples/sample.ts";

/** What a PCCO says of itself under `$expect`: what a check of it must find, and what must come of events. */
export interface Expect {
  /** `undefined`: what follows from the rules that are broken. */
  readonly outcome: ReportOutcome | undefined;
  /** The event the check is made for. */
  readonly event: string;
  /** The day the check is made as of, `YYYY-MM-DD`. */
  readonly asOf: string | undefined;
  /** What is entered for events that take it, by name. */
  readonly input: JsonObject;
  /** Exactly these rules, each once however many lines break it. */
  readonly broken: readonly string[];
  readonly unknown: readonly string[];
  /** For each event that is spoken of the ERP status it leads to, or the kinds of reasons for which it is refused. */
  readonly events: Readonly<Record<string, EventVerdict>>;
}

/**
 * Reads `$expect` as it is written: a list of the rules that must be broken, or a group of keys.
 * @returns a sentence when it can't be read
 */
export function readExpect(written: unknown): Expect | string {
  const group = Array.isArray(written) ? { broken: written } : written;
  if (!isObject(group))
    return "$expect must be a list of rules, or a group of keys such as outcome, broken and unknown.";
  const { outcome, event = "send", asOf, input = {}, broken = [], unknown = [], events = {}, ...others } = group;
  const [other] = Object.keys(others);
  if (other !== undefined)
    return `$expect has no "${other}"; it has outcome, event, asOf, input, broken, unknown and events.`;
  if (outcome !== undefined && !isOutcome(outcome))
    return `"outcome" of $expect is exportable, blocked, unknown or unreadable; found ${show(outcome)}.`;
  if (typeof event !== "string") return `"event" of $expect is the name of an event; found ${show(event)}.`;
  if (asOf !== undefined && !(typeof asOf === "string" && isDate(asOf)))
    return `"asOf" of $expect is a day such as 2026-11-05; found ${show(asOf)}.`;
  if (!isObject(input)) return `"input" of $expect is a group of values by name; found ${show(input)}.`;
  if (!isTexts(broken) || !isTexts(unknown)) return '"broken" and "unknown" of $expect are lists of rules.';
  if (!isObject(events) || !areVerdicts(events))
    return '"events" of $expect says of each event the ERP status it leads to, or a list of the kinds of reasons for which it is refused: state, role, rule, input or stale.';
  return { outcome, event, asOf, input, broken, unknown, events };
}

const outcomes: Readonly<Record<ReportOutcome, true>> = {
  exportable: true,
  blocked: true,
  unknown: true,
  unreadable: true,
};
const kinds: Readonly<Record<Reason["kind"], true>> = { state: true, role: true, rule: true, input: true, stale: true };

function isOutcome(value: unknown): value is ReportOutcome {
  return typeof value === "string" && Object.hasOwn(outcomes, value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function areVerdicts(events: JsonObject): events is Readonly<Record<string, EventVerdict>> {
  return Object.values(events).every(
    (each) => typeof each === "string" || (isTexts(each) && each.every((kind) => Object.hasOwn(kinds, kind))),
  );
}
