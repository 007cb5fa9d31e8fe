import type { Names } from "../../check/condition.ts";
import { compileNames } from "../../check/names.ts";
import { type CompiledRule, compileRule } from "../../check/rule.ts";
import { isInherited } from "../../context/walk.ts";
import { validateContext } from "../../generated/context-validator.js";
import { compileMachine, type Machine, type MachineEvent } from "../../lifecycle/machine.ts";
import type { ResolvedRuleSet } from "../../rules/resolve.ts";
import { type Domain, domainOf } from "./domain.ts";
import { groupsOf, type Source } from "./groups.ts";
import { lifecycleReadings } from "./lifecycle-readings.ts";
import { lineCounts } from "./lines.ts";
import { readingsOf } from "./readings.ts";
import { listsOf, readsOf } from "./reads.ts";
import { listSlot, MISSPELT, ODD, type Slot } from "./slot.ts";
import { worldOf } from "./world.ts";

/** A slot, for one line of its list, with the values it can have. */
export interface Variable {
  readonly slot: Slot;
  /** Position of the line, for a slot of a list. */
  readonly line: number | undefined;
  /** What is missing comes first, then the simplest. */
  readonly values: readonly unknown[];
  /** For each value its class, whose values can stand for each other; -1 for one that none can stand for. */
  readonly classes: readonly number[];
  /** For each value a number that it shares with its twin, which is the same but for spaces at its end; -1 for none. */
  readonly pairs: readonly number[];
  /** Whether a value is the twin with the spaces. */
  readonly areTwins: readonly boolean[];
  /** Variables with the same number have the same values, and are compared with each other. */
  readonly group: number;
  /** Why not all that can stand here is tried, as the end of a sentence. */
  readonly gap: string | undefined;
}

/** A rule set with what it looks at. */
export interface SpaceSource extends Source {
  readonly names: Names;
  readonly machine: Machine;
  /** Its events. Rules without a life cycle can be checked as if for sending. */
  readonly events: ReadonlyMap<string, MachineEvent>;
}

/** Everything that some rule sets look at, with the values it can have. */
export interface Space {
  readonly variables: readonly Variable[];
  /** The sets, with what they look at. */
  readonly sources: readonly SpaceSource[];
  /** How many lines of a list are tried, by the key of its slot. */
  readonly lines: ReadonlyMap<string, number>;
  /** The variables of a slot: one for each line, in order. */
  of(slot: Slot): readonly number[];
}

/** The day on which everything happens unless it matters. */
export const usualDay = "2025-01-01";

/** Puts together everything that some rule sets look at. */
export function createSpace(sets: readonly ResolvedRuleSet[]): Space {
  const lists = listsOf(sets);
  const sources = sets.map((set): SpaceSource => {
    const names = compileNames(set);
    const rules = set.rules.flatMap((rule) => compileRule(rule, set, names) ?? []);
    const machine = compileMachine(set, rules, names);
    const events = machine.events.size > 0 ? machine.events : new Map([["send", withoutLifecycle(rules)]]);
    const [reads, readings] = [readsOf(set, lists), readingsOf(set, names)];
    return { set, names, machine, events, reads, readings, others: lifecycleReadings(set) };
  });
  const slots = slotsOf(sources);
  const lines = lineCounts(
    [...slots.values()].filter(({ kind }) => kind === "list"),
    sources.flatMap(({ readings }) => readings),
  );
  const linesOf = (slot: Slot): number => lines.get(listSlot(slot.place, slot.list ?? "").key) ?? 1;
  const domains = new Map<string, { readonly domain: Domain; readonly group: number }>();
  for (const [group, each] of groupsOf(sources).entries()) {
    const most = [...each.slots.values()].reduce((sum, slot) => sum + (slot.list === undefined ? 1 : linesOf(slot)), 0);
    const domain = domainOf(each, most);
    for (const key of each.slots.keys()) domains.set(key, { domain, group });
  }
  const defaults = inputsOfToday(sets);
  const ordered = [...slots.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const known = new Map<string, number[]>();
  const variables: Variable[] = [];
  const gaps = pathGaps([...slots.values()]);
  for (const slot of ordered) {
    const count = slot.list === undefined || slot.kind === "list" ? 1 : linesOf(slot);
    const found = domains.get(slot.key);
    const choice = choiceOf(slot, found?.domain, linesOf(slot), defaults);
    const indices = Array.from({ length: count }, (_, at) => {
      const line = slot.list === undefined || slot.kind === "list" ? undefined : at;
      const isSometimesFilled = slot.place === "input" && defaults.get(slot.steps.join(".")) === "some";
      const gap = isSometimesFilled
        ? "only some events fill it in"
        : (gaps.get(slot.key) ?? (slot.kind === "value" ? found?.domain.gap : undefined));
      variables.push({ slot, line, ...choice, group: found?.group ?? -1, gap });
      return variables.length - 1;
    });
    known.set(slot.key, indices);
  }
  return { variables, sources, lines, of: (slot) => known.get(slot.key) ?? [] };
}

function withoutLifecycle(rules: readonly CompiledRule[]): MachineEvent {
  return {
    name: "send",
    label: "Send to ERP",
    from: [],
    to: undefined,
    icon: undefined,
    roles: [],
    guards: [],
    rules: rules.filter(({ stage }) => stage !== "export"),
    isClean: () => false,
    input: {},
    defaultsToday: [],
    set: [],
    source: undefined,
  };
}

const order: readonly Slot["kind"][] = ["list", "line", "toggles", "toggle", "value"];

function slotsOf(sources: readonly Source[]): ReadonlyMap<string, Slot> {
  const slots = new Map<string, Slot>();
  for (const { set, reads, others } of sources) {
    const conditions = [
      ...Object.values(set.roles).map(({ where }) => where),
      ...Object.values(set.lifecycle).flatMap(({ guards = [] }) => guards.map(({ when }) => when)),
    ];
    const found = [
      ...set.rules
        .filter(({ definition }) => definition.severity !== "off")
        .map((rule) => reads.ofRule(rule.definition)),
      ...conditions.map(reads.ofCondition),
      others.map(({ slot }) => slot),
    ].flat();
    for (const slot of found) if (!slots.has(slot.key)) slots.set(slot.key, slot);
  }
  return slots;
}

/** The values of a slot: those of its group that can stand there, and those that no group has. */
function choiceOf(
  slot: Slot,
  domain: Domain | undefined,
  lines: number,
  defaults: ReadonlyMap<string, string>,
): Pick<Variable, "values" | "classes" | "pairs" | "areTwins"> {
  const candidates = candidatesOf(slot, domain, lines, defaults);
  const kept = candidates.flatMap((value, index) =>
    candidates.indexOf(value) === index && isPossible(slot, value) ? [index] : [],
  );
  const own = slot.kind === "value" ? domain : undefined;
  const places = kept.map((index) => index - (candidates.length - (own?.values.length ?? 0)));
  return {
    values: kept.map((index) => candidates[index]),
    classes: places.map((at) => own?.classes[at] ?? -1),
    pairs: places.map((at) => own?.twins[at] ?? -1),
    areTwins: places.map((at) => own?.twins[at] !== undefined && own.twins[at] !== at),
  };
}

function candidatesOf(
  slot: Slot,
  domain: Domain | undefined,
  lines: number,
  defaults: ReadonlyMap<string, string>,
): readonly unknown[] {
  const missing = slot.place === "document" ? [undefined] : [undefined, null];
  switch (slot.kind) {
    case "list":
      return [...missing, ...Array.from({ length: lines + 1 }, (_, count) => count), ODD];
    case "line":
      return [undefined, ODD];
    case "toggles":
      return [undefined, true];
    case "toggle":
      return [undefined, true, false, MISSPELT];
    case "value": {
      // What is the day of the event unless given is never missing.
      const never = slot.place === "input" && defaults.get(slot.steps.join(".")) === "all";
      return [...(never ? [usualDay, null] : missing), ...(domain?.values ?? [])];
    }
  }
}

/** Whether a value can stand in its place: contexts have a shape, PCCOs may hold anything. */
function isPossible(slot: Slot, value: unknown): boolean {
  if (slot.place !== "context" || value === undefined) return true;
  const list =
    slot.list === undefined || slot.kind === "list"
      ? []
      : [{ slot: listSlot(slot.place, slot.list), line: undefined, value: 1 }];
  return validateContext(worldOf([...list, { slot, line: 0, value }]).context);
}

/** Names of entered values that are the day of the event unless given: for all events that take them, or for some. */
function inputsOfToday(sets: readonly ResolvedRuleSet[]): ReadonlyMap<string, "all" | "some"> {
  const inputs = sets
    .flatMap(({ lifecycle }) => Object.values(lifecycle))
    .flatMap(({ input = {} }) => Object.entries(input));
  const names = new Set(inputs.flatMap(([name, field]) => (field.default === "today" ? [name] : [])));
  const isAlways = (name: string): boolean =>
    inputs.every(([each, field]) => each !== name || field.default === "today");
  return new Map([...names].map((name) => [name, isAlways(name) ? "all" : "some"]));
}

/** Why not everything is tried in some places: paths that cross, or that lead where every object has something. */
function pathGaps(slots: readonly Slot[]): ReadonlyMap<string, string> {
  const gaps = new Map<string, string>();
  const paths = slots
    .filter(({ kind }) => kind === "value" || kind === "list")
    .map((slot) => ({
      slot,
      path: [
        slot.place,
        ...(slot.list === undefined ? [] : [slot.list, ...(slot.kind === "list" ? [] : ["[]"])]),
        ...slot.steps,
      ].join("."),
    }));
  for (const { slot, path } of paths) {
    const crossed = paths.some(
      (other) => other.path !== path && (isWithin(other, path) || isWithin({ path }, other.path)),
    );
    if (crossed) gaps.set(slot.key, "its path crosses another field's");
    const steps = [...(slot.list?.split(".") ?? []), ...slot.steps];
    if (steps.some(isInherited)) gaps.set(slot.key, "its path has a name that every object knows");
    if (slot.kind === "value" && slot.steps.length === 0) gaps.set(slot.key, "it is a line itself");
    if (slot.place === "document" && wrappers.has(steps[0] ?? ""))
      gaps.set(slot.key, "it stands where Procore's payloads wrap a PCCO");
  }
  return gaps;
}

/** Whether a path leads through another one. The lines of a list do not lead through its count. */
function isWithin({ path }: { readonly path: string }, around: string): boolean {
  return path.startsWith(`${around}.`) && !path.startsWith(`${around}.[]`);
}

/** Keys by which a PCCO inside another payload is known. */
const wrappers = new Set([
  "data",
  "change_order",
  "prime_change_order",
  "prime_contract",
  "prime_contract_change_order",
  "request_data",
]);
