import type { Field } from "../context/field.ts";
import { isTextual } from "../context/field-type.ts";
import { type Path, toPointer } from "../document/pointer.ts";
import type { Fix } from "../generated/types.ts";

/** A fix that writes one value: in place of the old one, or anew where there was none. */
export function writeFix(title: string, kind: Fix["kind"], path: Path, value: unknown, wasThere: boolean): Fix {
  return { title, kind, edits: [{ op: wasThere ? "replace" : "add", path: toPointer(path), value }] };
}

/**
 * A fix that gives a field this value, in its type: an id written as a number becomes a text in a text field. What is
 * missing or null is added, for its parents may be missing too; a null list item is replaced.
 */
export function setFix(title: string, kind: Fix["kind"], { field, value: old, path }: Spot, value: unknown): Fix {
  const wasThere = old !== undefined && (old !== null || typeof path.at(-1) === "number");
  const written = typeof value === "number" && isTextual(field.type) ? String(value) : value;
  return writeFix(title, kind, path, written, wasThere);
}

interface Spot {
  readonly field: Field;
  readonly value: unknown;
  readonly path: Path;
}

/** A fix that takes one value away. */
export function removeFix(title: string, kind: Fix["kind"], path: Path): Fix {
  return { title, kind, edits: [{ op: "remove", path: toPointer(path) }] };
}
