import type { Facts } from "../context/facts.ts";
import type { Field } from "../context/field.ts";
import { isTextual } from "../context/field-type.ts";
import { sameId } from "../context/ids.ts";
import { fromPointer, valueAt } from "../document/pointer.ts";
import type { DocumentEdit, Fix } from "../generated/types.ts";
import type { Place } from "./keyword.ts";
import { show } from "./show.ts";

/** Most values that a finding offers to pick from, so that the findings of a long list stay small. */
const mostOffered = 5;

/** A fix that writes one value: in place of the old one, or anew where there was none. @param path JSON Pointer */
export function writeFix(title: string, kind: Fix["kind"], path: string, value: unknown, wasThere: boolean): Fix {
  return { title, kind, edits: [{ op: wasThere ? "replace" : "add", path, value }] };
}

/**
 * A fix that gives a field this value, in its type: an id written as a number becomes a text in a text field. What is
 * missing or null is added, for its parents may be missing too; a null list item is replaced.
 */
export function setFix(title: string, kind: Fix["kind"], { field, value: old, path }: Spot, value: unknown): Fix {
  const wasThere = old !== undefined && (old !== null || /\/[0-9]+$/.test(path));
  const written = typeof value === "number" && isTextual(field.type) ? String(value) : value;
  return writeFix(title, kind, path, written, wasThere);
}

type Spot = Pick<Place, "field" | "value" | "path">;

/** A fix that takes one value away. @param path JSON Pointer */
export function removeFix(title: string, kind: Fix["kind"], path: string): Fix {
  return { title, kind, edits: [{ op: "remove", path }] };
}

/** Fixes that write one of some values: where the value stands, or at the field's own place when it is of the context. */
export function pickFixes(place: Place, values: readonly unknown[]): readonly Fix[] {
  const { field, facts, item } = place;
  if (values.length === 0 || field.place !== "document") return [];
  const path = field.isWritable(facts, item) ? place.path : field.ownPath(place.index);
  const spot = { field, value: valueAt(facts.document, fromPointer(path)), path };
  return values
    .slice(0, mostOffered)
    .map((value) => setFix(`Use ${show(value)} as ${field.label}`, "choice", spot, value));
}

/** A line with its value, as lines are compared. */
export interface ComparedLine {
  readonly index: number;
  readonly item: unknown;
  readonly value: string | number;
}

/**
 * For each value of some lines a fix that gives it to all lines, by the value as text; of very many values for the first
 * few. None when a line's value is taken from elsewhere.
 */
export function useOneForAll(
  field: Field,
  facts: Facts,
  lines: readonly ComparedLine[],
  offered: readonly ComparedLine[],
): ReadonlyMap<string, readonly Fix[]> {
  const fixes = new Map<string, readonly Fix[]>();
  if (!lines.every(({ item }) => field.isWritable(facts, item))) return fixes;
  for (const { item, value } of offered) {
    if (fixes.size === mostOffered) break;
    if (fixes.has(String(value))) continue;
    const written = field.read(facts, item);
    const edits = lines
      .filter((line) => !sameId(line.value, value))
      .map((line): DocumentEdit => {
        const path = field.locate(facts, line.item, line.index);
        return { op: "replace", path, value: written };
      });
    const title = `Use ${show(written, field)} as ${field.label} on all lines`;
    fixes.set(String(value), [{ title, kind: "choice", edits }]);
  }
  return fixes;
}
