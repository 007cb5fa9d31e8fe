import { checkRules } from "../check/check.ts";
import { isDate } from "../context/calendar.ts";
import { type Facts, isAbsent } from "../context/facts.ts";
import { BROKEN, HOLDS, UNKNOWN } from "../context/judgement.ts";
import { didYouMean } from "../context/suggest.ts";
import { valueAt } from "../document/pointer.ts";
import type { EventInput, Finding, Reason } from "../generated/types.ts";
import { either, show } from "../keywords/show.ts";
import { type Machine, type MachineEvent, unknownStatus } from "./machine.ts";

/** Every reason why an event can't happen now, all at once; what must be entered is not asked here. */
export function reasonsAgainst(machine: Machine, event: MachineEvent, facts: Facts): readonly Reason[] {
  return [...stateReasons(machine, event, facts), ...roleReasons(event, facts), ...ruleReasons(event, facts)];
}

function withSource(event: MachineEvent, reason: Reason): Reason {
  return event.source === undefined ? reason : { ...reason, source: event.source };
}

function stateReasons(machine: Machine, event: MachineEvent, facts: Facts): readonly Reason[] {
  const reasons: Reason[] = [];
  const status = machine.stateOf(facts.document);
  const last = valueAt(facts.document, ["erp", "last_event"]);
  const fits = event.from.some((from) =>
    typeof from === "string" ? from === status : from.state === status && from.after === last,
  );
  const label = (name: string): string => machine.states.get(name)?.label ?? show(name);
  if (!machine.states.has(status)) {
    reasons.push(withSource(event, { kind: "state", message: unknownStatus(machine, facts.document) }));
  } else if (!fits) {
    const wanted = event.from.map((from) =>
      typeof from === "string"
        ? label(from)
        : `${label(from.state)} after "${machine.event(from.after)?.label ?? from.after}"`,
    );
    const message = `"${event.label}" is possible while the ERP status is ${either(wanted)}; it is ${label(status)}.`;
    reasons.push(withSource(event, { kind: "state", message }));
  }
  for (const guard of event.guards) {
    const judgement = guard.when.ask(facts, undefined);
    if (judgement === BROKEN) reasons.push(withSource(event, { kind: "state", message: guard.message }));
    else if (judgement === UNKNOWN)
      reasons.push(
        withSource(event, { kind: "state", message: cantTell(guard.when.missing(facts, undefined)), unknown: true }),
      );
  }
  return reasons;
}

function roleReasons(event: MachineEvent, facts: Facts): readonly Reason[] {
  const answers = event.roles.map((role) => ({ role, answer: role.is.ask(facts, undefined) }));
  if (answers.some(({ answer }) => answer === HOLDS)) return [];
  const labels = event.roles.map((role) => role.label);
  const open = answers.filter(({ answer }) => answer === UNKNOWN);
  if (open.length === 0)
    return [withSource(event, { kind: "role", message: `"${event.label}" needs ${either(labels)}.` })];
  const missing = open.flatMap(({ role }) => role.is.missing(facts, undefined));
  return [
    withSource(event, {
      kind: "role",
      message: `"${event.label}" needs ${either(labels)}. ${cantTell(missing)}`,
      unknown: true,
    }),
  ];
}

function cantTell(missing: readonly string[]): string {
  return `Can't tell: the context does not give ${either([...new Set(missing)], "and") || "a value of the right kind"}.`;
}

function ruleReasons(event: MachineEvent, facts: Facts): readonly Reason[] {
  return checkRules(event, facts)
    .findings.filter((finding) => blocks(finding, event))
    .map((finding) => ({
      kind: "rule",
      message: finding.message,
      ruleId: finding.ruleId,
      path: finding.path,
      ...(finding.state === "unknown" ? { unknown: true as const } : {}),
      ...(finding.source === undefined ? {} : { source: finding.source }),
    }));
}

/** Whether a finding keeps an event from happening: a broken error, or an error that can't be judged. */
export function blocks(finding: Finding, event: MachineEvent): boolean {
  if (finding.state === "broken") return finding.severity === "error";
  return event.rules.some(({ id, severity }) => id === finding.ruleId && severity === "error");
}

/** What is missing or wrong among the entered values. */
export function inputReasons(event: MachineEvent, input: Readonly<Record<string, unknown>>): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const name of Object.keys(input)) {
    if (Object.hasOwn(event.input, name)) continue;
    const known = Object.keys(event.input);
    const hint =
      didYouMean(name, known) || (known.length === 0 ? " It takes none." : ` It takes ${either(known, "and")}.`);
    reasons.push(
      withSource(event, {
        kind: "input",
        input: name,
        message: `"${event.label}" takes no value named ${show(name)}.${hint}`,
      }),
    );
  }
  for (const [name, field] of Object.entries(event.input)) {
    const message = inputComplaint(name, field, input[name]);
    if (message !== undefined) reasons.push(withSource(event, { kind: "input", input: name, message }));
  }
  return reasons;
}

function inputComplaint(name: string, field: EventInput, value: unknown): string | undefined {
  if (isAbsent(value)) {
    if (!field.required) return undefined;
    return (
      field.message ??
      `${field.label} (${name}) must be given${field.default === "today" ? ", or the time of the event, whose day is the default" : ""}.`
    );
  }
  const noun = inputTypes[field.type];
  if (!noun.is(value)) return `${field.label} (${name}) must be ${noun.noun}; found ${show(value)}.`;
  if (field.mustBe !== undefined && value !== field.mustBe)
    return field.message ?? `${field.label} (${name}) must be ${field.mustBe}.`;
  return undefined;
}

const inputTypes: Readonly<Record<EventInput["type"], { readonly noun: string; is(value: unknown): boolean }>> = {
  text: { noun: "a text", is: (value) => typeof value === "string" },
  date: { noun: "a day that exists, such as 2025-03-04", is: (value) => typeof value === "string" && isDate(value) },
  boolean: { noun: "true or false", is: (value) => typeof value === "boolean" },
  texts: {
    noun: "one or more texts",
    is: (value) => Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "string"),
  },
};
