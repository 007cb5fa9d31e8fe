import type { Found } from "./bits.ts";
import type { Keyed } from "./values.ts";

/** What a second look gathers. */
export interface Notes {
  readonly pcco: Keyed;
  readonly contract: Keyed | undefined;
  /** Where the toggle stands; `undefined` when that can't be told. */
  readonly toggle: boolean | undefined;
  readonly found: Found[];
  /** Places whose value is of the wrong type, each told once. */
  readonly mistyped: Set<string>;
}

export function note(notes: Notes, ruleId: string, path: string): void {
  notes.found.push({ ruleId, path, state: "broken" });
}

export function noteUnknown(notes: Notes, ruleId: string, path: string): Found {
  const found: Found = { ruleId, path, state: "unknown" };
  notes.found.push(found);
  return found;
}

export function noteType(notes: Notes, path: string): void {
  if (notes.mistyped.has(path)) return;
  notes.mistyped.add(path);
  note(notes, "document/type", path);
}
