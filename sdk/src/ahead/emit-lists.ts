import { parsePath } from "../context/field-path.ts";
import type { Field } from "../generated/types.ts";
import { literal } from "../keywords/literal.ts";
import type { Doubts } from "./doubts.ts";
import { along, isPlain } from "./emit-path.ts";

/** Writes what finds items of lists of the context by a key of theirs. */
export interface ListWriter {
  /** An expression: where the item stands that has this value of this field; -1 when none has it. */
  known(field: Field, value: string): string | undefined;
  /** The same for an item that is found by a variable of `places`. */
  find(places: string, value: string): string;
  /** The variable that finds the items of a list by a key. */
  places(list: readonly string[], key: string): string;
  /** Declarations that are kept from check to check. */
  kept(): readonly string[];
  /** Statements that begin a check. */
  head(): readonly string[];
  /** The variables of all. */
  variables(): readonly string[];
}

export function createListWriter(doubts: Doubts): ListWriter {
  const lists = new Map<
    string,
    { readonly variable: string; readonly read: () => void; readonly kept: string; readonly head: () => string }
  >();
  const places = (list: readonly string[], key: string): string => {
    const name = `${list.join(".")}[].${key}`;
    const there = lists.get(name);
    there?.read();
    if (there !== undefined) return there.variable;
    const variable = `k${lists.size}`;
    const { source } = doubts.source(() => undefined);
    lists.set(name, {
      variable,
      read: source.read,
      kept: `const ${variable} = createPlaces((line) => (typeof line === "object" && line !== null ? line[${literal(key)}] : undefined));`,
      head: () => `if (!beginPlaces(${variable}, ${along("facts.context", list)})) { ${source.doubt()} }`,
    });
    source.read();
    return variable;
  };
  // Several rules look for the same item, one after the other.
  const find = (variable: string, value: string): string =>
    `(${value} === ${variable}.id ? ${variable}.place : placeOf(${variable}, ${value}))`;
  return {
    places,
    find,
    known: (field, value) => {
      const { list, steps } = parsePath(field.path);
      if (list === undefined || field.in !== "context" || steps.length !== 1 || !isPlain(field.path)) return undefined;
      return find(places(list, steps[0] ?? ""), value);
    },
    kept: () => [...lists.values()].map(({ kept }) => kept),
    head: () => [...lists.values()].map(({ head }) => head()),
    variables: () => [...lists.values()].map(({ variable }) => variable),
  };
}
