import { toPointer } from "../document/pointer.ts";
import type { Field as FieldDefinition } from "../generated/types.ts";
import type { Fact, Facts } from "./facts.ts";
import { parsePath, type Steps } from "./field-path.ts";
import { type FieldType, fieldTypes } from "./field-type.ts";
import { listedValues } from "./listed-values.ts";
import { withOtherwise } from "./otherwise.ts";
import { columnReader, documentReader, firstMissing, itemReader, walker } from "./walk.ts";

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
  /** For a status: the values a person has chosen for good; `undefined` for a field that is no status. */
  readonly settled: readonly string[] | undefined;
  /** How the path is written in the rule file. */
  readonly path: string;
  /** The keys of the path, from the list item or from the top. */
  readonly steps: Steps;
  /** Whether a present value is of the field's type. */
  readonly is: (value: unknown) => boolean;
  /** The value; `NOT_GIVEN` when the context leaves it open. `item` is the list item for a field of a list. */
  read(facts: Facts, item: unknown): Fact;
  /** Reads all lines at once into `out`: what `read` gives for each of `length` items of its list. */
  readColumn(facts: Facts, items: readonly unknown[], out: unknown[], length: number): void;
  /** Whether it looks elsewhere when its own place has no value. */
  readonly hasOtherwise: boolean;
  /** The items of the list that hold the field: a list, missing, `NOT_GIVEN`, or a value that is no list. */
  items(facts: Facts): Fact;
  /** Where in the document its value stands, or would stand, as a JSON Pointer; for a fact of the context, where it is shown. */
  locate(facts: Facts, item: unknown, index: number): string;
  /** Whether writing where `locate` points gives it that value: not for facts of the context, nor values taken from it. */
  isWritable(facts: Facts, item: unknown): boolean;
  /** Where in the document its own value stands, or would stand, even while the value is taken from elsewhere. */
  ownPath(index: number): string;
  /** The values that the context lists for it, each once: those a person could pick from. Most fields have none to list. */
  readonly listed: ((facts: Facts) => readonly unknown[]) | undefined;
  /** The part of the context that is needed when `read` says `NOT_GIVEN`. */
  missing(facts: Facts, item: unknown): string;
}

/**
 * Makes the fields of a dictionary readable.
 * @param definitions checked definitions: every name they mention is in the dictionary, and none leads back to itself
 */
export function compileFields(definitions: Readonly<Record<string, FieldDefinition>>): ReadonlyMap<string, Field> {
  const get = fieldsWhenAsked(definitions);
  return new Map(Object.keys(definitions).map((name) => [name, get(name)]));
}

/**
 * Makes each field of a dictionary readable when it is first asked for by its name.
 * @param definitions as for `compileFields`
 */
export function fieldsWhenAsked(definitions: Readonly<Record<string, FieldDefinition>>): (name: string) => Field {
  const fields = new Map<string, Field>();
  const get = (name: string): Field => {
    const known = fields.get(name);
    if (known !== undefined) return known;
    const definition = definitions[name];
    if (definition === undefined) throw new RangeError(`the dictionary has no field ${name}`);
    const field = compileField(name, definition, listedValues(name, definitions), get);
    fields.set(name, field);
    return field;
  };
  return get;
}

function compileField(
  name: string,
  definition: FieldDefinition,
  listed: Field["listed"],
  get: (name: string) => Field,
): Field {
  const place = definition.in ?? "document";
  const { list, steps } = parsePath(definition.path);
  // What is not entered yet, like a part of the context that is not given, may still have any value.
  const isOpen = place !== "document";
  const root = rootOf(place);
  const readItems = place === "document" ? documentReader(list ?? []) : readFrom(place, walker(list ?? [], isOpen));
  const read =
    list !== undefined
      ? readItem(steps, isOpen)
      : place === "document"
        ? documentReader(steps)
        : readFrom(place, walker(steps, isOpen));
  const shownAt = definition.shownAt === undefined ? undefined : get(definition.shownAt);
  const ownPath = pointerTo(list, steps);
  const missing = firstMissing(list ?? steps, list === undefined ? "" : `[].${steps.join(".")}`);
  const field: Field = {
    name,
    label: definition.label,
    type: definition.type,
    place,
    list,
    choices: definition.choices ?? {},
    settled: definition.settled,
    path: definition.path,
    steps,
    is: fieldTypes[definition.type].is,
    read,
    readColumn: readColumn(steps, read, isOpen || list === undefined),
    hasOtherwise: definition.otherwise !== undefined,
    items: readItems,
    locate: (facts, item, index) => {
      if (place === "document") return ownPath(index);
      return shownAt === undefined ? "" : shownAt.locate(facts, item, index);
    },
    isWritable: () => place === "document",
    ownPath,
    listed:
      listed && place === "document" ? (facts) => listed(facts).filter(fieldTypes[definition.type].is) : undefined,
    missing: (facts) =>
      place === "input" ? `${definition.path}, which is entered for the event` : missing(root(facts)),
  };
  return definition.otherwise === undefined ? field : withOtherwise(field, definition.otherwise, get);
}

/** Findings of many lines name their places, so what is the same for all of them is written once. */
function pointerTo(list: Steps | undefined, steps: Steps): Field["ownPath"] {
  const own = toPointer(steps);
  if (list === undefined) return () => own;
  const lines = `${toPointer(list)}/`;
  return (index) => lines + index + own;
}

function rootOf(place: Field["place"]): (facts: Facts) => unknown {
  if (place === "document") return (facts) => facts.document;
  return place === "context" ? (facts) => facts.context : (facts) => facts.input;
}

function readFrom(place: "context" | "input", read: (root: unknown) => Fact): (facts: Facts) => Fact {
  return place === "context" ? (facts) => read(facts.context) : (facts) => read(facts.input);
}

function readItem(steps: Steps, isOpen: boolean): Field["read"] {
  if (!isOpen) return itemReader(steps);
  const read = walker(steps, true);
  return (_facts, item) => read(item);
}

function readColumn(steps: Steps, read: Field["read"], oneByOne: boolean): Field["readColumn"] {
  if (oneByOne) {
    return (facts, items, out, length) => {
      for (let index = 0; index < length; index++) out[index] = read(facts, items[index]);
    };
  }
  const column = columnReader(steps);
  return (_facts, items, out, length) => column(items, out, length);
}
