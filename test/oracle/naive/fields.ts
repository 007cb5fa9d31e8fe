import type { Field } from "../../../sdk/src/generated/types.ts";
import { type Asked, open, walk } from "./facts.ts";
import { isNone, isOfType, isSame } from "./values.ts";

/** What a field says. */
export interface Reading {
  /** `open`: not given. `wrong`: of another type than the field's. */
  readonly is: "none" | "open" | "value" | "wrong";
  readonly value: unknown;
  /** Where people see it: JSON Pointer into the document; facts of the surroundings are seen at the PCCO as a whole. */
  readonly at: string;
  /** Whether the PCCO itself says it. */
  readonly isOwn: boolean;
}

/** A field of the dictionary. */
export function fieldOf({ book }: Asked, name: string): Field {
  const field = book.fields[name];
  if (field === undefined) throw new Error(`there is no field ${name}`);
  return field;
}

/** Reads a field: where its path leads, or else where its `otherwise` does. */
export function read(asked: Asked, name: string): Reading {
  const found = readRaw(asked, name);
  if (found.is !== "value" || isOfType(fieldOf(asked, name).type, found.value)) return found;
  asked.notes.wrongType = true;
  return { ...found, is: "wrong" };
}

function readRaw(asked: Asked, name: string): Reading {
  const field = fieldOf(asked, name);
  const own = readPath(asked, field);
  if (own.is !== "none" || field.otherwise === undefined) return own;
  const { field: other, from = "", matching = {}, take = "" } = field.otherwise;
  if (other !== undefined) {
    const found = readRaw(asked, other);
    return found.is === "none" ? own : found;
  }
  const [[key = "", by = ""] = []] = Object.entries(matching);
  const { line: _, ...alone } = asked;
  const wanted = readRaw(isOnLines(field) ? asked : alone, by);
  if (wanted.is === "none") return own;
  const found = wanted.is === "open" ? open : lookUp(asked, from, key, wanted.value, take);
  return { ...reading(found), at: wanted.at, isOwn: false };
}

/** The value of one name of the first item whose key is this id. */
function lookUp({ facts }: Asked, from: string, key: string, id: unknown, take: string): unknown {
  const { is, lines } = listed(walk(facts.context, from, true));
  if (is !== "value") return is === "none" ? undefined : open;
  const found = lines.find((item) => isSame(walk(item, key, true), id));
  if (found !== undefined) return walk(found, take, true);
  return lines.some((item) => walk(item, key, true) === open) ? open : undefined;
}

function readPath(asked: Asked, field: Field): Reading {
  const root = rootOf(asked, field);
  const isOpen = root !== asked.facts.document;
  const isOwn = !isOpen;
  const [list, rest = ""] = split(field.path);
  if (list === undefined) return { ...reading(walk(root, field.path, isOpen)), at: placeOf(asked, field), isOwn };
  const items = walk(root, list, isOpen);
  const item: unknown = Array.isArray(items) && asked.line !== undefined ? items[asked.line] : undefined;
  return { ...reading(walk(item, rest, isOpen)), at: placeOf(asked, field), isOwn };
}

function reading(value: unknown): Pick<Reading, "is" | "value"> {
  if (value === open) return { is: "open", value: undefined };
  return isNone(value) ? { is: "none", value: undefined } : { is: "value", value };
}

function placeOf(asked: Asked, { in: place = "document", path, shownAt }: Field): string {
  if (place !== "document") return shownAt === undefined ? "" : readRaw(asked, shownAt).at;
  return `/${path.replace("[]", `.${asked.line}`).replaceAll(".", "/")}`;
}

function rootOf({ facts }: Asked, { in: place = "document" }: Field): unknown {
  return facts[place];
}

/** The list that a path goes through, and the names after it. */
function split(path: string): readonly [list: string | undefined, rest?: string] {
  const at = path.indexOf("[]");
  return at < 0 ? [undefined] : [path.slice(0, at), path.slice(at + 3)];
}

/** The list whose lines hold a field. */
export function listPathOf({ path }: Field): string | undefined {
  return split(path)[0];
}

export function isOnLines(field: Field): boolean {
  return listPathOf(field) !== undefined;
}

/** What stands in place of a list. A text of spaces there is no list, and not nothing either. */
interface Listed extends Pick<Reading, "is"> {
  readonly lines: readonly unknown[];
}

/** The lines of the list that holds a field. */
export function linesOf(asked: Asked, field: Field): Listed {
  const root = rootOf(asked, field);
  const found = listed(walk(root, listPathOf(field) ?? "", root !== asked.facts.document));
  if (found.is === "wrong") asked.notes.wrongType = true;
  return found;
}

function listed(value: unknown): Listed {
  if (Array.isArray(value)) return { is: "value", lines: value };
  const is = value === undefined || value === null ? "none" : value === open ? "open" : "wrong";
  return { is, lines: [] };
}
