import type { Condition, Field } from "../../sdk/src/generated/types.ts";
import type { Book } from "./naive/book.ts";
import type { Facts } from "./naive/facts.ts";
import { nearValues, odd } from "./near-values.ts";

/** Chooses a whole number from 0 to below `count`. */
export type Choose = (count: number) => number;

type Tree = Record<string, unknown>;

/** Makes PCCOs, surroundings and entered values of the values at which some rules change their mind. */
export function factsAround(book: Book): {
  /** Puts everything together from such values. */
  make(choose: Choose): Facts;
  /** Changes a few values. */
  change(facts: Facts, choose: Choose): Facts;
} {
  const near = nearValues(book);
  const fields = Object.values(book.fields);
  const statuses = Object.entries(book.states).flatMap(([name, { aliases = [] }]) => [name, ...aliases]);
  const inputs = Object.values(book.lifecycle).flatMap(({ input = {} }) => Object.entries(input));

  // A copy, since what is put together is written into.
  const of = <T>(choose: Choose, values: readonly T[]): unknown => copyOf(values[choose(values.length)]);
  const valueFor = (choose: Choose, { type }: Pick<Field, "type">): unknown => {
    const kind = choose(24);
    if (kind === 0) return of(choose, odd);
    if (kind === 1) return of(choose, near.text);
    return kind < 6 ? undefined : of(choose, near[type]);
  };
  const write = (choose: Choose, roots: Record<"document" | "context" | "input", Tree>, field: Field): void => {
    const root = roots[field.in ?? "document"];
    const [list, rest] = field.path.split("[]");
    if (list === undefined || rest === undefined) {
      put(root, field.path, valueFor(choose, field));
      return;
    }
    if (get(root, list) === undefined) {
      const items = Array.from({ length: choose(5) }, () => (choose(40) === 0 ? of(choose, odd) : {}));
      put(root, list, choose(30) === 0 ? of(choose, odd) : items);
    }
    const items = get(root, list);
    for (const item of Array.isArray(items) ? items : []) {
      if (isTree(item) && rest !== "") put(item, rest.slice(1), valueFor(choose, field));
    }
  };
  /** Most people may do what they do. */
  const permit = (choose: Choose, context: Tree): void => {
    for (const { where } of Object.values(book.roles)) {
      for (const { field, equals, oneOf = [] } of leavesOf(where)) {
        const asked = field === undefined ? undefined : book.fields[field];
        const value = typeof equals === "object" ? undefined : (equals ?? of(choose, oneOf));
        if (asked?.in === "context" && value !== undefined && choose(3) > 0) put(context, asked.path, value);
      }
    }
  };
  const situate = (choose: Choose, { document, context, input }: Record<"document" | "context" | "input", Tree>) => {
    if (statuses.length > 0 && choose(8) > 0) put(document, "erp.status", of(choose, [...statuses, ...statuses, "x"]));
    if (choose(3) > 0) permit(choose, context);
    if (choose(3) === 0) put(document, "erp.last_event", of(choose, Object.keys(book.lifecycle)));
    for (const name of Object.keys(book.features)) {
      const key = choose(20) === 0 ? name.slice(1) : name;
      const position = of(choose, [true, true, false, undefined, of(choose, odd)]);
      if (choose(8) > 0) put(context, `erp.features.${key}`, position);
    }
    for (const [name, each] of inputs) {
      const values = { text: near.text, date: near.date, boolean: [true, false], texts: [["A"], [], ["A", 1]] }[
        each.type
      ];
      if (choose(3) === 0) put(input, name, of(choose, choose(6) === 0 ? odd : values));
    }
  };
  const shuffled = <T>(choose: Choose, items: readonly T[]): readonly T[] => items.toSorted(() => choose(3) - 1);

  return {
    make: (choose) => {
      const roots = { document: {}, context: {}, input: {} };
      for (const field of shuffled(choose, fields)) write(choose, roots, field);
      situate(choose, roots);
      return roots;
    },
    change: (facts, choose) => {
      const roots = { document: groupOf(facts.document), context: groupOf(facts.context), input: groupOf(facts.input) };
      for (let times = choose(4); times > 0; times--) {
        const field = fields[choose(fields.length)];
        const [list, rest = ""] = field?.path.split("[].") ?? [];
        if (field === undefined || list === undefined) continue;
        const root = roots[field.in ?? "document"];
        const items = get(root, list);
        if (rest === "") put(root, field.path, valueFor(choose, field));
        else if (Array.isArray(items) && items.length > 0) {
          const at = choose(items.length);
          const kind = choose(12);
          if (kind === 0) items.push(copyOf(items[at]));
          else if (kind === 1) items[at] = of(choose, odd);
          else if (isTree(items[at])) put(items[at], rest, valueFor(choose, field));
        }
      }
      if (choose(3) === 0) situate(choose, roots);
      return roots;
    },
  };
}

function leavesOf(condition: Condition): readonly Condition[] {
  const { all = [], any = [], not } = condition;
  const parts = [...all, ...any, ...(not === undefined ? [] : [not])];
  return parts.length === 0 ? [condition] : parts.flatMap(leavesOf);
}

/** A copy to write into. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  return isTree(value) ? groupOf(value) : value;
}

function groupOf(tree: Readonly<Tree>): Tree {
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, copyOf(value)]));
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function get(root: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce((value, key) => (isTree(value) && Object.hasOwn(value, key) ? value[key] : undefined), root);
}

/** Writes a value at names joined by dots; `undefined` takes it away. What stands in the way stays. */
function put(root: Tree, path: string, value: unknown): void {
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  let at = root;
  for (const key of keys) {
    if (!Object.hasOwn(at, key)) define(at, key, {});
    const next = at[key];
    if (!isTree(next)) return;
    at = next;
  }
  if (value === undefined) delete at[last];
  else define(at, last, value);
}

/** Some fields are called as what every object has. */
function define(tree: Tree, key: string, value: unknown): void {
  Object.defineProperty(tree, key, { value, configurable: true, enumerable: true, writable: true });
}
