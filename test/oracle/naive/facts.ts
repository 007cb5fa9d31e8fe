import type { Book } from "./book.ts";
import { type Group, isGroup } from "./values.ts";

/** What rules are asked about. */
export interface Facts {
  readonly document: Group;
  readonly context: Group;
  readonly input: Group;
}

/** One question: a rule set, facts, and the line that is looked at where a rule looks at lines one by one. */
export interface Asked {
  readonly book: Book;
  readonly facts: Facts;
  readonly line?: number;
  /** Notes made on the way: whether a value of a wrong type had a part in it. */
  readonly notes: { wrongType: boolean };
}

/** Stands for a fact that is not given: it may be anything. */
export const open = Symbol("open");

/**
 * The value at names joined by dots. What the context or the entered values do not have at all is open; what stands below
 * `null` is known to be missing. A document says everything: what it does not have is not there.
 */
export function walk(root: unknown, names: string, isOpen: boolean): unknown {
  let value = root;
  for (const name of names === "" ? [] : names.split(".")) {
    if (value === null) return null;
    value = isGroup(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    if (value === undefined) return isOpen ? open : undefined;
  }
  return value;
}
