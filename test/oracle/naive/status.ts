import type { Book } from "./book.ts";
import { walk } from "./facts.ts";
import { type Group, isGroup, isNone } from "./values.ts";

/** The ERP status of a PCCO, by its own name; `undefined` when nobody knows it. */
export function statusOf({ states }: Book, document: Group): string | undefined {
  const { erp } = document;
  if (!isNone(erp) && !isGroup(erp)) return undefined;
  const written = walk(erp, "status", false);
  const named = Object.entries(states).find(([name, { aliases = [], initial }]) =>
    isNone(written) ? initial : name === written || aliases.some((alias) => alias === written),
  );
  return named?.[0];
}
