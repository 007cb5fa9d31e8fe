import type { Path } from "./pointer.ts";

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
