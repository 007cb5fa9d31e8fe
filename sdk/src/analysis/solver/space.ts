import type { Names } from "../../check/condition.ts";
import { compileNames } from "../../check/names.ts";
import { compileRule } from "../../check/rule.ts";
import { compileMachine, type Machine, type MachineEvent } from "../../lifecycle/machine.ts";
import { withoutLifecycle } from "../../lifecycle/without-lifecycle.ts";
import type { ResolvedRuleSet } from "../../rules/resolve.ts";
import { type Choice, choiceOf, inputsOfToday } from "./choice.ts";
import { type Domain, domainOf } from "./domain.ts";
import { groupsOf, type Source } from "./groups.ts";
import { lifecycleReadings } from "./lifecycle-readings.ts";
import { lineCounts } from "./lines.ts";
import { pathGaps } from "./path-gaps.ts";
import { readingsOf } from "./readings.ts";
import { listsOf, readsOf } from "./reads.ts";
import { listSlot, type Slot } from "./slot.ts";

/** A slot, for one line of its list, with the values it can have. */
export interface Variable extends Choice {
  readonly slot: Slot;
  /** Position of the line, for a slot of a list. */
  readonly line: number | undefined;
  /** Variables with the same number have the same values, and are compared with each other. */
  readonly group: number;
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

/** Puts together everything that some rule sets look at. */
export function createSpace(sets: readonly ResolvedRuleSet[]): Space {
  const lists = listsOf(sets);
  const sources = sets.map((set): SpaceSource => {
    const names = compileNames(set);
    const rules = set.rules.flatMap((rule) => compileRule(rule, set, names) ?? []);
    const machine = compileMachine(set, rules, names);
    const events = machine.events.size > 0 ? machine.events : new Map([["send", withoutLifecycle(rules)]]);
    const looks = { reads: readsOf(set, lists), readings: readingsOf(set, names), others: lifecycleReadings(set) };
    return { set, names, machine, events, ...looks };
  });
  const slots = slotsOf(sources);
  const readings = sources.flatMap((source) => source.readings);
  const lines = lineCounts(
    [...slots.values()].filter(({ kind }) => kind === "list"),
    readings,
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
  const gaps = pathGaps([...slots.values()], readings);
  for (const slot of ordered) {
    const count = slot.list === undefined || slot.kind === "list" ? 1 : linesOf(slot);
    const found = domains.get(slot.key);
    const choice = choiceOf(slot, found?.domain, defaults);
    const indices = Array.from({ length: count }, (_, at) => {
      const line = slot.list === undefined || slot.kind === "list" ? undefined : at;
      const isSometimesFilled = slot.place === "input" && defaults.get(slot.steps.join(".")) === "some";
      const gap = isSometimesFilled ? "only some events fill it in" : (gaps.get(slot.key) ?? choice.gap);
      variables.push({ slot, line, ...choice, group: found?.group ?? -1, gap });
      return variables.length - 1;
    });
    known.set(slot.key, indices);
  }
  return { variables, sources, lines, of: (slot) => known.get(slot.key) ?? [] };
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
