import type { Facts } from "../../context/facts.ts";
import { type Mutable, put } from "./put.ts";
import { LIST, ODD, type Slot } from "./slot.ts";
import type { Space } from "./space.ts";
import type { Assignment, UnitParts } from "./unit.ts";
import { listToggle, oddText } from "./world.ts";

/** Facts that note which variables are looked at. */
export interface Watched {
  readonly facts: Facts;
  /** The variables that were looked at so far, each once, in order. */
  readonly asked: readonly number[];
}

/** A list with the variables of its lines. */
interface Lines {
  lister: number | undefined;
  readonly slot: Slot;
  readonly groups: Map<number, Mutable>;
  readonly forms: Map<number, number>;
  /** The list with lines of these kinds; what stands on them are getters, so that it is made only once. */
  readonly made: Map<string, readonly unknown[]>;
}

/**
 * Prepares facts for a unit: a PCCO, its surroundings and what is entered, made of getters, so that what is looked at is
 * noted and what is not is never made.
 */
export function createWatch(
  { variables }: Space,
  scope: readonly number[],
  line: UnitParts["line"],
): (assignment: Assignment) => Watched {
  let current: Assignment = [];
  let asked: number[] = [];
  const read = (variable: number): unknown => {
    if (!asked.includes(variable)) asked.push(variable);
    return variables[variable]?.values[current[variable] ?? 0];
  };
  const facts = { document: {}, context: {}, input: {} };
  const lists = new Map<string, Lines>();
  const toggles: { readonly variable: number; readonly slot: Slot }[] = [];
  for (const variable of scope) {
    const each = variables[variable];
    if (each === undefined) continue;
    const { slot } = each;
    if (slot.kind === "toggle") toggles.push({ variable, slot });
    else if (slot.kind === "toggles") {
      getter(facts.context, slot.steps, () => (read(variable) === undefined ? undefined : listed()));
    } else if (slot.list === undefined) getter(facts[slot.place], slot.steps, () => read(variable));
    else addToList(slot, each.line ?? 0, variable);
  }
  for (const list of lists.values()) {
    getter(facts[list.slot.place], list.slot.list?.split(".") ?? [], () => itemsOf(list));
  }
  return (assignment) => {
    current = assignment;
    asked = [];
    return { facts, asked };
  };

  function addToList(slot: Slot, index: number, variable: number): void {
    const key = `${slot.place} ${slot.list}`;
    const list = lists.get(key) ?? { slot, lister: undefined, groups: new Map(), forms: new Map(), made: new Map() };
    lists.set(key, list);
    if (slot.kind === "list") list.lister = variable;
    else if (slot.kind === "line") list.forms.set(index, variable);
    else {
      const group = list.groups.get(index) ?? {};
      list.groups.set(index, group);
      getter(group, slot.steps, () => read(variable));
    }
  }

  function itemsOf(list: Lines): unknown {
    const shape = list.lister === undefined ? undefined : read(list.lister);
    if (shape !== LIST) return shape === ODD ? oddText : shape;
    const { slot, forms } = list;
    const isOwn = line !== undefined && line.list.place === slot.place && line.list.list === slot.list;
    const lines: unknown[] = [];
    let name = "";
    for (let index = isOwn ? line.index : 0; forms.has(index); index++) {
      const form = read(forms.get(index) ?? -1);
      if (form === undefined) break;
      lines.push(form === ODD ? oddText : (list.groups.get(index) ?? {}));
      name += form === ODD ? "-" : "+";
      if (isOwn) break;
    }
    // One of a kind, so that what is looked at twice is the same.
    const made = list.made.get(name) ?? lines;
    list.made.set(name, made);
    return made;
  }

  /** Which toggles are listed at all decides how each is read, so they are looked at together. */
  function listed(): Mutable {
    const all: Mutable = {};
    for (const { variable, slot } of toggles) listToggle(all, slot, read(variable));
    return all;
  }
}

function getter(root: Mutable, steps: readonly string[], get: () => unknown): void {
  put(root, steps, (group, key) => {
    Object.defineProperty(group, key, { get, enumerable: true, configurable: true });
  });
}
