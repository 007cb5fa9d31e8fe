import type { Field } from "../../../sdk/src/generated/types.ts";
import type { Book } from "../naive/book.ts";
import { textual } from "./encodable.ts";
import { and, call, choose, or, same, type Term } from "./smt.ts";

/** Most lines of a list that are looked at. */
export const mostLines = 4;

/** What stands in a place: nothing, an open fact, a value of a wrong type, a value. */
export const kinds = { none: 0, open: 1, wrong: 2, value: 3 } as const;

/** What stands in place of a list. Spaces are no list, but as a value of their own they are nothing. */
export const lists = { none: 0, blank: 1, wrong: 2, list: 3 } as const;

/** What a field says: terms for its kind and its value. */
export interface Read {
  readonly kind: Term;
  readonly value: Term;
}

/** The facts as constants of SMT-LIB, declared as they are first read. */
export class Facts {
  readonly declarations = new Map<string, string>();

  /** Reads a field, on one of the lines where it stands on lines. */
  read(book: Book, name: string, line: number | undefined): Read {
    const field = fieldOf(book, name);
    const own = this.#own(field, line);
    const other = field.otherwise?.field;
    if (other === undefined) return own;
    const found = this.read(book, other, line);
    const isNone = same(own.kind, kinds.none);
    return { kind: choose([[isNone, found.kind]], own.kind), value: choose([[isNone, found.value]], own.value) };
  }

  /** What stands in place of a list, and how many lines it has. */
  list(path: string): { readonly kind: Term; readonly count: Term } {
    const [kind, count] = [`|${path} kind|`, `|${path} count|`];
    this.#declare(kind, "Int", call("<=", 0, kind, lists.list));
    this.#declare(count, "Int", call("<=", 0, count, mostLines));
    return { kind, count };
  }

  /** Whether a group of fields stands in place of a line, rather than something else. */
  isLine(path: string, line: number): Term {
    const name = `|${path}/${line} group|`;
    this.#declare(name, "Bool", "true");
    return name;
  }

  /** Where the context, or else the rule set, puts a toggle. */
  toggle(name: string): Term {
    const toggle = `|toggle ${name}|`;
    this.#declare(toggle, "Int", call("<=", toggles.off, toggle, toggles.on));
    return toggle;
  }

  #own({ in: place = "document", path, type }: Field, line: number | undefined): Read {
    if (type === "list") return this.#ownList(path);
    const [list, rest] = path.split("[].");
    const name = rest === undefined ? `${place} ${path}` : `${list}/${line}.${rest}`;
    const [kind, value] = [`|${name} kind|`, `|${name} value|`];
    // The schema of contexts lets no value of a wrong type through, but a context need not give everything.
    const possible =
      place === "context" ? [kinds.none, kinds.open, kinds.value] : [kinds.none, kinds.wrong, kinds.value];
    this.#declare(kind, "Int", or(...possible.map((each) => same(kind, each))));
    this.#declare(
      value,
      type === "boolean" ? "Bool" : "Int",
      textual.has(type) ? call(">=", call("len", value), 1) : "true",
    );
    if (type === "money") this.#declare(isNumber(value), "Bool", "true");
    if (rest === undefined || list === undefined || line === undefined) return { kind, value };
    return { kind: choose([[this.isLine(list, line), kind]], kinds.none), value };
  }

  #ownList(path: string): Read {
    const { kind, count } = this.list(path);
    const isNone = or(same(kind, lists.none), same(kind, lists.blank));
    return {
      kind: choose(
        [
          [isNone, kinds.none],
          [same(kind, lists.wrong), kinds.wrong],
        ],
        kinds.value,
      ),
      value: count,
    };
  }

  #declare(name: string, sort: string, holds: Term): void {
    this.declarations.set(name, `(declare-const ${name} ${sort})\n(assert ${and(holds)})`);
  }
}

/** Whether an amount is a number at all. */
export function isNumber(value: Term): Term {
  return `${value.slice(0, -1)} is number|`;
}

export const toggles = { off: 0, unknown: 1, on: 2 } as const;

export function fieldOf({ fields }: Book, name: string): Field {
  const field = fields[name];
  if (field === undefined) throw new Error(`there is no field ${name}`);
  return field;
}
