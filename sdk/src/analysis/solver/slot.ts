import type { Field } from "../../context/field.ts";

/**
 * A place whose value rules may look at: a field of the PCCO, of its surroundings or of what is entered, on every line of
 * a list or by itself; whether there is a list; whether there is a line; where a toggle stands.
 */
export interface Slot {
  readonly kind: "value" | "list" | "line" | "toggle" | "toggles";
  readonly place: Field["place"];
  /** For what stands on lines, and for `list` and `line`: the path of the list, joined by dots. */
  readonly list: string | undefined;
  /** Keys from the line, or from the top. */
  readonly steps: readonly string[];
  /** Tells it from all others. */
  readonly key: string;
}

/** The slot of a value. */
export function valueSlot(place: Field["place"], list: string | undefined, steps: readonly string[]): Slot {
  const path = [...(list === undefined ? [] : [`${list}[]`]), ...steps].join(".");
  return { kind: "value", place, list, steps, key: `${place} ${path}` };
}

/** The slot of whether there is a list. */
export function listSlot(place: Field["place"], list: string): Slot {
  return { kind: "list", place, list, steps: [], key: `${place} ${list} as a list` };
}

/** The slot of whether there is a line, and whether it is a group of fields. */
export function lineSlot(place: Field["place"], list: string): Slot {
  return { kind: "line", place, list, steps: [], key: `${place} ${list}[] as a line` };
}

/** The slot of a toggle. */
export function toggleSlot(name: string): Slot {
  return { kind: "toggle", place: "context", list: undefined, steps: ["erp", "features", name], key: `toggle ${name}` };
}

/** The slot of whether the surroundings list toggles at all. */
export const togglesSlot: Slot = {
  kind: "toggles",
  place: "context",
  list: undefined,
  steps: ["erp", "features"],
  key: "toggles",
};

/** The value of a `toggle` that is listed under a name that is nearly its own. */
export const MISSPELT = Symbol("misspelt");

/** The value of a `list` that is one. How many lines it has is told by the values of its lines. */
export const LIST = Symbol("list");

/** The value of a `line` that is there, as a group of fields. */
export const LINE = Symbol("line");

/** The value of a `list` that is no list, and of a `line` that is no group of fields. */
export const ODD = Symbol("odd");
