import type { AheadTest } from "../ahead/ahead-test.ts";
import { type CleanTest, cleanTestFor } from "../check/clean.ts";
import { type CompiledCondition, compileCondition, type Names } from "../check/condition.ts";
import type { CompiledRule } from "../check/rule.ts";
import { type Facts, isAbsent } from "../context/facts.ts";
import { once } from "../context/once.ts";
import { didYouMean } from "../context/suggest.ts";
import { valueAt } from "../document/pointer.ts";
import { isObject, type JsonObject } from "../document/value.ts";
import type { EventInput, FromState, LifecycleEvent, Role, Setter, SourcePage, State } from "../generated/types.ts";
import { either, show } from "../keywords/show.ts";
import type { ResolvedRuleSet } from "../rules/resolve.ts";
import { whenAsked } from "./when-asked.ts";

/** An ERP status of the life cycle. */
export interface MachineState extends State {
  readonly name: string;
}

/** An event, ready to be asked. */
export interface MachineEvent {
  readonly name: string;
  readonly label: string;
  readonly from: readonly FromState[];
  readonly to: string | undefined;
  readonly icon: State["icon"] | undefined;
  readonly roles: readonly MachineRole[];
  readonly guards: readonly { readonly when: CompiledCondition; readonly message: string }[];
  /** The rules that must hold. */
  readonly rules: readonly CompiledRule[];
  /** The quick test of these rules. */
  readonly isClean: CleanTest;
  readonly input: Readonly<Record<string, EventInput>>;
  /** The entered values that are the day of the event unless given. */
  readonly defaultsToday: readonly string[];
  /** The document fields it writes: pointer steps, and where the value comes from. */
  readonly set: readonly { readonly path: readonly string[]; readonly setter: Setter }[];
  readonly source: SourcePage | undefined;
}

/** A kind of person, ready to be asked. */
export interface MachineRole extends Role {
  readonly name: string;
  readonly is: CompiledCondition;
}

/** The life cycle of a rule set. */
export interface Machine {
  readonly states: ReadonlyMap<string, MachineState>;
  readonly eventNames: readonly string[];
  /** An event by its name, made ready when it is first asked for; `undefined` when there is none of that name. */
  event(name: string): MachineEvent | undefined;
  /** All events by name. */
  readonly events: ReadonlyMap<string, MachineEvent>;
  /** The ERP status of a PCCO that has none written; `undefined` when the rule set names none. */
  readonly initial: string | undefined;
  /** The ERP status of a PCCO: as written, an alias read as the name it stands for, or the initial one when there is none. */
  stateOf(document: unknown): string;
}

/** Makes the life cycle of a rule set. Its names are known to exist. */
export function compileMachine(
  set: ResolvedRuleSet,
  rules: readonly CompiledRule[],
  names: Names,
  ahead: readonly AheadTest[] = [],
): Machine {
  const states = new Map(Object.entries(set.states).map(([name, state]) => [name, { ...state, name }]));
  const aliases = new Map(
    [...states.values()].flatMap(({ name, aliases = [] }) => aliases.map((alias) => [alias, name])),
  );
  const initial = [...states.values()].find((state) => state.initial)?.name;
  const compiled = new Map<string, MachineEvent>();
  const eventOf = (name: string): MachineEvent | undefined => {
    const definition = Object.hasOwn(set.lifecycle, name) ? set.lifecycle[name] : undefined;
    const event = compiled.get(name) ?? (definition && compileEvent(name, definition, set, rules, names, ahead));
    if (event !== undefined) compiled.set(name, event);
    return event;
  };
  const eventNames = Object.keys(set.lifecycle);
  const events = once(
    () => new Map(eventNames.flatMap((name) => eventOf(name) ?? []).map((event) => [event.name, event])),
  );
  return {
    states,
    eventNames,
    event: eventOf,
    get events() {
      return events();
    },
    initial,
    stateOf: (document) => {
      const erp = valueAt(document, ["erp"]);
      // What is no group of fields, or no text, is a status nobody knows rather than none.
      // A list is told by its length: what is in it may be anything, also what can't be made text.
      if (!isAbsent(erp) && !isObject(erp)) return `erp: ${Array.isArray(erp) ? show(erp) : String(erp)}`;
      const status = valueAt(erp, ["status"]);
      if (isAbsent(status)) return initial ?? "";
      return typeof status === "string" ? (aliases.get(status) ?? status) : show(status);
    },
  };
}

/** Says of an ERP status that is none of the life cycle's what is written, and what can be. */
export function unknownStatus({ states, stateOf }: Machine, document: JsonObject): string {
  const known = either([...states.keys()]);
  const { erp } = document;
  if (!isObject(erp)) return `erp must be a group of fields with a status, which is ${known}; found ${show(erp)}.`;
  const status = stateOf(document);
  return `The ERP status ${show(status)} is not known.${didYouMean(status, states.keys()) || ` It can be ${known}.`}`;
}

function compileEvent(
  name: string,
  event: LifecycleEvent,
  set: ResolvedRuleSet,
  rules: readonly CompiledRule[],
  names: Names,
  ahead: readonly AheadTest[],
): MachineEvent {
  const roles = typeof event.role === "string" ? [event.role] : event.role;
  const page = event.source === undefined ? undefined : set.sources[event.source];
  // What is not entered for an event was judged when it was: a rule about it is not asked again.
  const asked = once(() =>
    rules.filter(
      ({ stage, inputs }) =>
        event.checks?.includes(stage) && inputs.every((input) => Object.hasOwn(event.input ?? {}, input)),
    ),
  );
  // A check needs none of these.
  const others = once(() => ({
    roles: roles.flatMap((role) => {
      const definition = set.roles[role];
      return definition === undefined
        ? []
        : [{ ...definition, name: role, is: compileCondition(definition.where, names) }];
    }),
    guards: (event.guards ?? []).map(({ when, message }) => ({ when: compileCondition(when, names), message })),
    set: Object.entries(event.set ?? {}).map(([field, setter]) => ({
      path: names.field(field).path.split("."),
      setter,
    })),
  }));
  return {
    name,
    label: event.label,
    from: event.from,
    to: event.to,
    icon: event.icon,
    get roles() {
      return others().roles;
    },
    get guards() {
      return others().guards;
    },
    get rules() {
      return asked();
    },
    isClean: whenAsked(() => cleanTestFor(asked(), ahead)),
    input: event.input ?? {},
    defaultsToday: Object.entries(event.input ?? {}).flatMap(([input, field]) =>
      field.default === "today" ? [input] : [],
    ),
    get set() {
      return others().set;
    },
    source: page === undefined ? undefined : { ...page, basis: event.basis ?? "documented" },
  };
}

/** Facts for an event: what was entered, with defaults filled in from the time of the event. */
export function factsFor(
  event: MachineEvent,
  { document, context }: Pick<Facts, "document" | "context">,
  entered?: JsonObject,
  at?: string,
  sourceOf?: Facts["sourceOf"],
): Facts {
  // Callers in JavaScript may give anything.
  const input = isObject(entered) ? entered : nothing;
  if (event.defaultsToday.length === 0) return { document, context, input, at, sourceOf };
  let filled = input;
  for (const name of event.defaultsToday) {
    if (input[name] === undefined && typeof at === "string") filled = { ...filled, [name]: at.slice(0, 10) };
  }
  return { document, context, input: filled, at, sourceOf };
}

const nothing: JsonObject = Object.freeze({});
