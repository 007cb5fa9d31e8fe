import type { CheckKeywords, Condition } from "../../generated/types.ts";
import type { Way } from "./clause.ts";
import { conditions } from "./rule-looks.ts";
import type { Hidden } from "./search.ts";
import { listSlot, type Slot } from "./slot.ts";
import type { Space, SpaceSource } from "./space.ts";

/** How many lines of each list are enough for a question, by the key of the list's slot. */
export type LineBounds = ReadonlyMap<string, number>;

/** What the rule sets do with the lines of a list. */
interface ListUse {
  readonly slot: Slot;
  /** The most lines that something asks for. */
  readonly threshold: number;
  /** Whether something blocks, or applies, by what the lines add up to: another line makes up for what a line adds. */
  readonly isSummed: boolean;
  /** How many different fields of a line, by the key of their list (empty for the PCCO itself), are looked up here. */
  readonly lookedUpBy: ReadonlyMap<string, number>;
}

/**
 * Prepares to tell how many lines are enough. Rules judge each line alike wherever it stands, so lines that a question
 * does not need can be left out of any PCCO that answers it: what holds of all lines holds of fewer. Only lines that hide
 * something have to stay.
 * @returns told for how many lines each way takes, and for what may be hidden
 */
export function createBounds(
  space: Space,
): (ways: readonly Pick<Way, "lines">[], hidden: readonly Hidden[]) => LineBounds {
  const uses = [...space.lines.keys()].flatMap((key): readonly ListUse[] => {
    const slot = space.variables.find((each) => each.slot.key === key)?.slot;
    return slot === undefined ? [] : [useOf(space, slot)];
  });
  return (ways, hidden) => {
    const asks = uses.map(({ slot, isSummed }) => {
      const needed = ways.reduce((sum, { lines }) => sum + (lines.get(slot.key) ?? 0), 0);
      return { own: needed + Number(isSummed), hiding: hidden.flatMap(({ lines }) => lines.get(slot.key) ?? []) };
    });
    let bounds = new Map<string, number>();
    // Each line of a list may look up a line of another one, which makes lines of that one needed.
    for (let round = 0; round <= uses.length + 1; round++) {
      const next = new Map(
        uses.map((use, index) => {
          const { own, hiding } = asks[index] ?? { own: 0, hiding: [] };
          return [use.slot.key, withHiding(lookedUp(use, own, bounds), hiding)];
        }),
      );
      const isDone = [...next].every(([key, count]) => bounds.get(key) === count);
      bounds = next;
      if (isDone) return bounds;
    }
    return new Map(uses.map(({ slot }) => [slot.key, Number.POSITIVE_INFINITY]));
  };
}

function lookedUp({ threshold, lookedUpBy }: ListUse, own: number, bounds: LineBounds): number {
  let count = 0;
  for (const [list, fields] of lookedUpBy) count += (list === "" ? 1 : (bounds.get(list) ?? 0)) * fields;
  // One more, which may leave open what it is.
  return Math.max(own + count + (count > 0 ? 1 : 0), threshold);
}

/**
 * Adds lines that hide others.
 * @param hiding for each rule that they break how many it takes; fewer than these don't leave it open, either
 */
function withHiding(count: number, hiding: readonly number[]): number {
  return hiding.toSorted((a, b) => a - b).reduce((sum, fewest) => (sum < fewest ? sum : sum + fewest), count);
}

function useOf(space: Space, slot: Slot): ListUse {
  const { sources } = space;
  let threshold = 0;
  const by = new Map<string, Set<string>>();
  const note = (own: readonly Slot[]): void => {
    for (const each of own) {
      const list = each.list === undefined ? "" : listSlot(each.place, each.list).key;
      by.set(list, (by.get(list) ?? new Set()).add(each.key));
    }
  };
  for (const { set, reads, readings } of sources) {
    for (const { field, boundaries } of readings) {
      for (const boundary of boundaries) {
        if (boundary.kind === "count" && isList(field, slot)) threshold = Math.max(threshold, boundary.at);
        if (boundary.kind === "same" && isOn(boundary.as, slot)) note(reads.sourcesOf(field.name));
      }
      const { from, matching = {} } = set.fields[field.name]?.otherwise ?? {};
      if (slot.place !== "context" || from !== slot.list) continue;
      for (const name of Object.values(matching)) note(reads.sourcesOf(name));
    }
  }
  return {
    slot,
    threshold,
    isSummed: sources.some((source) => addsUp(source, slot)),
    lookedUpBy: new Map([...by].map(([list, keys]) => [list, keys.size])),
  };
}

/** Whether an error or a condition asks for the sum of the lines of a list. */
function addsUp({ set, names }: SpaceSource, slot: Slot): boolean {
  const sums = ({ sumEquals = [] }: CheckKeywords): boolean => sumEquals.some((part) => isOn(names.field(part), slot));
  const isMet = (condition: Condition | undefined): boolean =>
    condition !== undefined && conditions(condition).some(sums);
  return (
    set.rules.some(
      ({ definition }) => (definition.severity === "error" && sums(definition)) || isMet(definition.when),
    ) ||
    Object.values(set.features).some(({ definition }) => isMet(definition.where)) ||
    Object.values(set.roles).some(({ where }) => isMet(where)) ||
    Object.values(set.lifecycle).some(({ guards = [] }) => guards.some(({ when }) => isMet(when)))
  );
}

type FieldPlace = Space["sources"][number]["readings"][number]["field"];

function isList({ place, path }: FieldPlace, slot: Slot): boolean {
  return place === slot.place && path === slot.list;
}

function isOn({ place, list }: FieldPlace, slot: Slot): boolean {
  return place === slot.place && list?.join(".") === slot.list;
}
