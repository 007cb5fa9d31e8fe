import type { Path } from "./pointer.ts";
import type { Spot } from "./text.ts";

/** Where one value stands in its text. All numbers are UTF-16 offsets, ends exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** The key before the value, quotes included; absent for list items and the root. */
  readonly key?: { readonly start: number; readonly end: number } | undefined;
  /** Set for lists. */
  readonly items?: readonly Place[] | undefined;
  /** Set for mappings. */
  readonly fields?: ReadonlyMap<string, Place> | undefined;
  /** Set for YAML aliases: the place of the value the alias stands for, never itself an alias. */
  readonly target?: Place | undefined;
}

/** What stands at a path. */
export interface Located {
  readonly place: Place;
  /** The alias the path leads through, when it does: the text the reader sees in this spot. */
  readonly alias: Place | undefined;
}

/** Follows a path from the place of the root; `undefined` when it leads nowhere. */
export function locate(root: Place, path: Path): Located | undefined {
  let place = root;
  let alias: Place | undefined;
  for (const step of path) {
    if (place.target !== undefined) {
      alias ??= place;
      place = place.target;
    }
    const next: Place | undefined = typeof step === "number" ? place.items?.[step] : place.fields?.get(step);
    if (next === undefined) return undefined;
    place = next;
  }
  return { place, alias };
}

/** The path and part of the innermost key or value that holds an offset or ends at it. An alias is not entered. */
export function spotIn(root: Place, offset: number): Spot | undefined {
  if (!holds(root, offset)) return undefined;
  const path: (string | number)[] = [];
  for (let place = root; ; ) {
    const [step, next] = partAt(place, offset) ?? [];
    if (step === undefined || next === undefined) return { path, part: "value" };
    path.push(step);
    if (next.key !== undefined && holds(next.key, offset)) return { path, part: "key" };
    place = next;
  }
}

function partAt({ items, fields, target }: Place, offset: number): readonly [string | number, Place] | undefined {
  if (target !== undefined) return undefined;
  const parts = fields ?? items?.entries() ?? [];
  for (const [step, place] of parts) {
    if (holds(place, offset) || (place.key !== undefined && holds(place.key, offset))) return [step, place];
  }
  return undefined;
}

function holds({ start, end }: { readonly start: number; readonly end: number }, offset: number): boolean {
  return start <= offset && offset <= end;
}
