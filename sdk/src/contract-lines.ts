import { toPointer } from "./document/pointer.ts";
import type { PccoContext } from "./generated/types.ts";
import { show } from "./keywords/show.ts";
import type { SchemaProblem } from "./rules/schema-problems.ts";

/**
 * Finds lines of the prime contract that have the id of an earlier one and say something else: nobody can tell which of
 * them a PCCO means. The same line twice, as exports in several parts have it, does no harm.
 */
export function ambiguousLines({ prime_contract: contract }: PccoContext): readonly SchemaProblem[] {
  const first = new Map<string, { readonly index: number; readonly text: string }>();
  return (contract?.line_items ?? []).flatMap((line, index) => {
    if (line.id === undefined || line.id === "") return [];
    // An id is written as a number or as a text, and what stands beside it in any order.
    const id = String(line.id);
    const text = JSON.stringify(Object.entries({ ...line, id }).toSorted());
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, { index, text });
    if (earlier === undefined || earlier.text === text) return [];
    const path = toPointer(["prime_contract", "line_items", index, "id"]);
    const message = `the prime contract's lines ${earlier.index + 1} and ${index + 1} both have the id ${show(line.id)}, but differ, so it can't be told which one a PCCO means; give each line its own id`;
    return [{ path, message }];
  });
}
