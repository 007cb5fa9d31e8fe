import type { Path } from "../document/pointer.ts";
import type { JsonObject } from "../document/value.ts";
import { isBlank } from "./text-length.ts";

/** Stands for a fact that the context does not give. Never the same as a value that is known to be missing. */
export const NOT_GIVEN = Symbol("not given");

/** Everything a rule may look at. Nothing in it is ever changed. */
export interface Facts {
  readonly document: JsonObject;
  readonly context: JsonObject;
  /** Values entered for the event, defaults filled in. */
  readonly input: JsonObject;
  /** The characters of the scalar at a path as they were written, when the PCCO was read from a text. */
  readonly sourceOf?: ((path: Path) => string | undefined) | undefined;
  /** When the event happens, RFC 3339. No rule looks at it; a fix may propose it where a date is missing. */
  readonly at?: string | undefined;
}

/** A value that may be missing (`undefined`, `null`) or not given at all. */
export type Fact = unknown;

/** Whether it is known that there is no list. A text of spaces in its place is no list, but not nothing either. */
export function isNoList(items: Fact): boolean {
  return items === undefined || items === null;
}

/** Whether a value is known to be missing: `null`, `undefined` or a text of spaces. */
export function isAbsent(value: Fact): boolean {
  return typeof value === "string" ? isBlank(value) : value === undefined || value === null;
}
