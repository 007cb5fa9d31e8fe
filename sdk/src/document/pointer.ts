import { isList, isObject } from "./value.ts";

/** A place inside a document: object keys and list positions, outermost first. The empty path is the document itself. */
export type Path = readonly (string | number)[];

/** Writes a path as a JSON Pointer (RFC 6901): `["line_items", 0, "amount"]` becomes `/line_items/0/amount`. */
export function toPointer(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/**
 * Reads a JSON Pointer. Steps made of digits only become list positions, since documents of this
 * product name list items by number and never use digits alone as a key.
 * @throws {RangeError} when the text is neither empty nor starts with `/`
 */
export function fromPointer(pointer: string): Path {
  if (pointer === "") return [];
  if (!pointer.startsWith("/"))
    throw new RangeError(`a JSON Pointer starts with "/", found ${JSON.stringify(pointer)}`);
  return pointer
    .slice(1)
    .split("/")
    .map((step) => (/^(0|[1-9][0-9]*)$/.test(step) ? Number(step) : step.replaceAll("~1", "/").replaceAll("~0", "~")));
}

/** The value at a path, or `undefined` when the path leads nowhere. Only own properties count. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof step === "number" && isList(value)) value = value[step];
    else if (typeof step === "string" && isObject(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}
