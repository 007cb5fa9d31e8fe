import type { ResolvedRuleSet } from "../../rules/resolve.ts";
import type { Reading } from "./readings.ts";
import type { Reads } from "./reads.ts";
import { type Slot, valueSlot } from "./slot.ts";

/** Slots whose values are compared with each other, and every way in which they are read. */
export interface Group {
  readonly slots: Map<string, Slot>;
  readonly readings: Set<Reading>;
  /** Whether values are compared, so that there must be several of each class. */
  isCompared: boolean;
  /** Whether spaces at the ends of texts count in some comparisons, and not in others. */
  comparesTrimmed: boolean;
  comparesExactly: boolean;
  /** Whether dates are told by which is earlier. */
  isOrdered: boolean;
  /** Slots that are added up to another one of the group. */
  readonly sums: Sum[];
}

/** A field that is compared with the sum of others. */
export interface Sum {
  readonly total: readonly Slot[];
  readonly parts: readonly Slot[];
}

/** What one rule set brings. */
export interface Source {
  readonly set: ResolvedRuleSet;
  readonly reads: Reads;
  readonly readings: readonly Reading[];
  /** Further ways in which single slots are looked at: for the ERP status and what is entered for events. */
  readonly others: readonly { readonly slot: Slot; readonly reading: Reading }[];
}

/** Puts slots that rule sets compare into groups. */
export function groupsOf(sources: readonly Source[]): readonly Group[] {
  const groups = new Map<string, Group>();
  const groupOf = (slot: Slot): Group => {
    const known = groups.get(slot.key);
    if (known !== undefined) return known;
    const group = newGroup(slot);
    groups.set(slot.key, group);
    return group;
  };
  const join = (slots: readonly Slot[]): Group | undefined => {
    const [first, ...others] = slots.filter(({ kind }) => kind === "value").map(groupOf);
    if (first === undefined) return undefined;
    for (const other of others) {
      if (other === first || groups.get([...first.slots.keys()][0] ?? "") === other) continue;
      absorb(first, other);
      for (const key of other.slots.keys()) groups.set(key, first);
    }
    return first;
  };
  for (const { set, reads, readings, others } of sources) {
    for (const { slot, reading } of others) groupOf(slot).readings.add(reading);
    const lookedUp = new Set<string>();
    const noteLookUps = (name: string): void => {
      const { otherwise } = set.fields[name] ?? {};
      if (otherwise === undefined || lookedUp.has(name)) return;
      lookedUp.add(name);
      if (otherwise.field !== undefined) noteLookUps(otherwise.field);
      for (const [key, by] of Object.entries(otherwise.matching ?? {})) {
        noteLookUps(by);
        if (otherwise.from === undefined) continue;
        compareExactly(join([valueSlot("context", otherwise.from, [key]), ...reads.sourcesOf(by)]));
      }
    };
    for (const reading of readings) {
      noteLookUps(reading.field.name);
      const own = reads.sourcesOf(reading.field.name);
      for (const slot of own) if (slot.kind === "value") groupOf(slot).readings.add(reading);
      for (const boundary of reading.boundaries) {
        if (boundary.kind === "same") {
          noteLookUps(boundary.as.name);
          compareExactly(join([...own, ...reads.sourcesOf(boundary.as.name)]));
        } else if (boundary.kind === "order") {
          noteLookUps(boundary.as.name);
          const group = join([...own, ...reads.sourcesOf(boundary.as.name)]);
          if (group !== undefined) group.isOrdered = true;
        } else if (boundary.kind === "lines") {
          const group = join(own);
          if (group !== undefined) Object.assign(group, { isCompared: true, comparesTrimmed: true });
        } else if (boundary.kind === "sum") {
          const parts = boundary.of.flatMap((part) => {
            noteLookUps(part.name);
            return reads.sourcesOf(part.name);
          });
          join([...own, ...parts])?.sums.push({ total: own, parts });
        } else if (boundary.kind === "words") {
          for (const slot of own) if (slot.kind === "value") groupOf(slot).comparesExactly = true;
        }
      }
    }
  }
  return [...new Set(groups.values())];
}

function newGroup(slot: Slot): Group {
  return {
    slots: new Map([[slot.key, slot]]),
    readings: new Set(),
    isCompared: false,
    comparesTrimmed: false,
    comparesExactly: false,
    isOrdered: false,
    sums: [],
  };
}

function compareExactly(group: Group | undefined): void {
  if (group !== undefined) Object.assign(group, { isCompared: true, comparesExactly: true });
}

function absorb(group: Group, other: Group): void {
  for (const [key, slot] of other.slots) group.slots.set(key, slot);
  for (const reading of other.readings) group.readings.add(reading);
  group.isCompared ||= other.isCompared;
  group.comparesTrimmed ||= other.comparesTrimmed;
  group.comparesExactly ||= other.comparesExactly;
  group.isOrdered ||= other.isOrdered;
  group.sums.push(...other.sums);
}
