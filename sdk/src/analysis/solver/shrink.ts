import { type Demand, meets } from "./search.ts";
import type { Space } from "./space.ts";
import type { Assignment } from "./unit.ts";

/**
 * Makes what was found smaller while it still meets all demands: fewer lines, fewer fields, simpler values. In the end
 * nothing can be left out or made simpler by itself.
 */
export function shrink(space: Space, demands: readonly Demand[], found: Assignment): Int32Array {
  const current = Int32Array.from(found);
  const touching = space.variables.map((): Demand[] => []);
  for (const demand of demands) for (const variable of demand.unit.scope) touching[variable]?.push(demand);
  const isMet = (demand: Demand): boolean => meets(demand, current);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [variable, { values }] of space.variables.entries()) {
      const before = current[variable] ?? 0;
      for (let value = 0; value < before && value < values.length; value++) {
        current[variable] = value;
        if (touching[variable]?.every(isMet)) {
          changed = true;
          break;
        }
        current[variable] = before;
      }
    }
  }
  return current;
}
