import { parsePath } from "../context/field-path.ts";
import type { Field } from "../generated/types.ts";
import { literal } from "../keywords/literal.ts";
import type { Doubts } from "./doubts.ts";
import type { GroupWriter } from "./emit-groups.ts";
import { isPlain } from "./emit-path.ts";

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

export function createListWriter(doubts: Doubts, groups: GroupWriter): ListWriter {
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
    const items = groups.read("context", list);
    lists.set(name, {
      variable,
      read: source.read,
      kept: [
        `const ${variable}IdOf = (_, line) => (typeof line === "object" && line !== null ? line[${literal(key)}] : undefined);`,
        `const ${variable} = createPlaces(${variable}IdOf, (items, id) => {`,
        "for (let place = 0; place < items.length; place++) {",
        `const found = ${variable}IdOf(undefined, items[place]);`,
        "if (found === id || sameId(found, id)) return place;",
        "}",
        "return -1;",
        "});",
      ].join("\n"),
      head: () =>
        [
          `let ${variable}Items = ${items};`,
          `if (!isList(${variable}Items)) { ${source.doubt()} ${variable}Items = noItems; }`,
          // No id is the same as `NaN`, and comparing numbers alone is quickest.
          `let ${variable}Next = 0, ${variable}Highest = -Infinity, ${variable}Id = NaN, ${variable}Place = -1;`,
        ].join("\n"),
    });
    source.read();
    return variable;
  };
  // Several rules look for the same item, one after the other, and the next line mostly has the next item: all before that
  // have lower ids, so none of them is this one.
  const find = (variable: string, value: string): string => {
    const isNext = [
      `typeof ${value} === "number"`,
      `${value} > ${variable}Highest`,
      `${variable}Next < ${variable}Items.length`,
      `${variable}IdOf(undefined, ${variable}Items[${variable}Next]) === ${value}`,
    ].join(" && ");
    const place = `${isNext} ? (${variable}Highest = ${value}, ${variable}Next++) : findPlace(${variable}, ${variable}Items, ${value})`;
    return `(${value} === ${variable}Id ? ${variable}Place : (${variable}Id = ${value}, ${variable}Place = ${place}))`;
  };
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
