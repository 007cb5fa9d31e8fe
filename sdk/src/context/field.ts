import type { Path } from "../document/pointer.ts";
import { isList, isObject } from "../document/value.ts";
import type { Field as FieldDefinition } from "../generated/types.ts";
import { type Fact, type Facts, isAbsent, NOT_GIVEN } from "./facts.ts";
import { parsePath, type Steps } from "./field-path.ts";
import { type FieldType, fieldTypes } from "./field-type.ts";

/** A field of the dictionary, ready to be read. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  /** Where its path starts. */
  readonly place: "document" | "context" | "input";
  /** The list whose items hold the field, as keys from the top; `undefined` for a single value. */
  readonly list: readonly string[] | undefined;
  readonly choices: Readonly<Record<string, string>>;
  /** How the path is written in the rule file. */
  readonly path: string;
  /** The value; `NOT_GIVEN` when the context leaves it open. `item` is the list item for a field of a list. */
  read(facts: Facts, item: unknown): Fact;
  /** The items of the list that hold the field: a list, missing, `NOT_GIVEN`, or a value that is no list. */
  items(facts: Facts): Fact;
  /** Where in the document its value stands, or would stand; for a fact of the context, where it is shown. */
  locate(facts: Facts, item: unknown, index: number): Path;
  /** Whether writing where `locate` points gives it that value: not for facts of the context, nor values taken from it. */
  isWritable(facts: Facts, item: unknown): boolean;
  /** The part of the context that is needed when `read` says `NOT_GIVEN`. */
  missing(facts: Facts, item: unknown): string;
}

/** Whether a present value is of the field's type. */
export function isOfType(field: Field, value: unknown): boolean {
  return fieldTypes[field.type].is(value);
}

/**
 * Makes the fields of a dictionary readable.
 * @param definitions checked definitions: every name they mention is in the dictionary, and none leads back to itself
 */
export function compileFields(definitions: Readonly<Record<string, FieldDefinition>>): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  const get = (name: string): Field => {
    const known = fields.get(name);
    if (known !== undefined) return known;
    const definition = definitions[name];
    if (definition === undefined) throw new RangeError(`the dictionary has no field ${name}`);
    const field = compileField(name, definition, get);
    fields.set(name, field);
    return field;
  };
  for (const name of Object.keys(definitions)) get(name);
  return fields;
}

function compileField(name: string, definition: FieldDefinition, get: (name: string) => Field): Field {
  const place = definition.in ?? "document";
  const { list, steps } = parsePath(definition.path);
  // What is not entered yet, like a part of the context that is not given, may still have any value.
  const isOpen = place !== "document";
  const readOwn = walker(steps, isOpen);
  const readItems = walker(list ?? [], isOpen);
  const root = (facts: Facts): unknown => facts[place];
  const read =
    list === undefined
      ? (facts: Facts): Fact => readOwn(root(facts))
      : (_facts: Facts, item: unknown): Fact => readOwn(item);
  const shownAt = definition.shownAt === undefined ? undefined : get(definition.shownAt);
  const ownPath = (index: number): Path => (list === undefined ? steps : [...list, index, ...steps]);
  const field: Field = {
    name,
    label: definition.label,
    type: definition.type,
    place,
    list,
    choices: definition.choices ?? {},
    path: definition.path,
    read,
    items: (facts) => readItems(root(facts)),
    locate: (facts, item, index) => {
      if (place === "document") return ownPath(index);
      return shownAt === undefined ? [] : shownAt.locate(facts, item, index);
    },
    isWritable: () => place === "document",
    missing: (facts) => {
      if (place === "input") return `${definition.path}, which is entered for the event`;
      return firstMissing(root(facts), list ?? steps, list === undefined ? "" : `[].${steps.join(".")}`);
    },
  };
  return definition.otherwise === undefined ? field : withOtherwise(field, definition.otherwise, get);
}

/** A field that looks elsewhere when its own place has no value. */
function withOtherwise(
  own: Field,
  otherwise: NonNullable<FieldDefinition["otherwise"]>,
  get: (name: string) => Field,
): Field {
  if (otherwise.field !== undefined) {
    const other = get(otherwise.field);
    const useOwn = (facts: Facts, item: unknown): boolean =>
      !isAbsent(own.read(facts, item)) || isAbsent(other.read(facts, item));
    return {
      ...own,
      read: (facts, item) => {
        const value = own.read(facts, item);
        return isAbsent(value) ? other.read(facts, item) : value;
      },
      locate: (facts, item, index) => (useOwn(facts, item) ? own : other).locate(facts, item, index),
      isWritable: (facts, item) => (useOwn(facts, item) ? own : other).isWritable(facts, item),
      missing: (facts, item) => (own.read(facts, item) === NOT_GIVEN ? own : other).missing(facts, item),
    };
  }
  const [key, byName] = Object.entries(otherwise.matching ?? {})[0] ?? [];
  if (otherwise.from === undefined || key === undefined || byName === undefined || otherwise.take === undefined)
    return own;
  const { from, take } = { from: otherwise.from, take: otherwise.take };
  const by = get(byName);
  const list = walker(from.split("."), true);
  const [readKey, readTake] = [walker([key], true), walker([take], true)];
  const find = (facts: Facts, item: unknown): Fact => {
    const wanted = by.read(facts, item);
    if (wanted === NOT_GIVEN || isAbsent(wanted)) return wanted;
    const lines = list(facts.context);
    if (!isList(lines)) return isAbsent(lines) ? undefined : NOT_GIVEN;
    let open = false;
    for (const line of lines) {
      const id = readKey(line);
      if (sameId(id, wanted)) return readTake(line);
      open ||= id === NOT_GIVEN;
    }
    return open ? NOT_GIVEN : undefined;
  };
  const useOwn = (facts: Facts, item: unknown): boolean =>
    !isAbsent(own.read(facts, item)) || isAbsent(by.read(facts, item));
  return {
    ...own,
    read: (facts, item) => {
      const value = own.read(facts, item);
      return isAbsent(value) ? find(facts, item) : value;
    },
    locate: (facts, item, index) => (useOwn(facts, item) ? own : by).locate(facts, item, index),
    isWritable: (facts, item) => useOwn(facts, item) && own.isWritable(facts, item),
    missing: (facts, item) => {
      if (own.read(facts, item) === NOT_GIVEN) return own.missing(facts, item);
      const wanted = by.read(facts, item);
      if (wanted === NOT_GIVEN) return by.missing(facts, item);
      const lines = list(facts.context);
      const isFound = isList(lines) && lines.some((line) => sameId(readKey(line), wanted));
      return firstMissing(facts.context, from.split("."), `[].${isList(lines) && !isFound ? key : take}`);
    },
  };
}

/** Whether two ids are the same, however they are written: Procore's older pages give numbers, newer ones text. */
export function sameId(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === "string" ? isWritten(b, a) : typeof b === "string" && isWritten(a, b));
}

function isWritten(id: unknown, text: string): boolean {
  return typeof id === "number" && String(id) === text;
}

/** Reads along keys. In the context a step that is not there at all is `NOT_GIVEN`; `null` is known to be missing. */
function walker(steps: Steps, isOpen: boolean): (root: unknown) => Fact {
  const nowhere = isOpen ? NOT_GIVEN : undefined;
  const [first, second] = steps;
  if (first === undefined) return (root) => root;
  const one = (root: unknown, key: string): Fact => {
    if (!isObject(root)) return root === null ? null : nowhere;
    const value = root[key];
    return value === undefined || !Object.hasOwn(root, key) ? nowhere : value;
  };
  if (second === undefined) return (root) => one(root, first);
  if (steps.length === 2) return (root) => one(one(root, first), second);
  return (root) => {
    let value = root;
    for (const step of steps) {
      value = one(value, step);
      if (value === NOT_GIVEN) return NOT_GIVEN;
    }
    return value;
  };
}

/**
 * The first part of a path that the context does not give: `prime_contract`, or `prime_contract.line_items`.
 * @param rest what comes after the path, told when the path itself is given
 */
function firstMissing(root: unknown, steps: Steps, rest = ""): string {
  for (let length = 1; length <= steps.length; length++) {
    if (walker(steps.slice(0, length), true)(root) === NOT_GIVEN) return steps.slice(0, length).join(".");
  }
  return steps.join(".") + rest;
}
