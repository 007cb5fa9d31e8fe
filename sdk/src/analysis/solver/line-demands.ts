import { BROKEN, HOLDS } from "../../context/judgement.ts";
import { setOf } from "./clause.ts";
import type { Demand } from "./search.ts";
import type { Space } from "./space.ts";

/** That there is no line without the one before it. */
export function lineDemands(space: Space): readonly Demand[] {
  return space.variables.flatMap(({ slot, line }, variable): readonly Demand[] => {
    if (slot.kind !== "line" || line === undefined || line === 0) return [];
    const before = space.of(slot)[line - 1];
    if (before === undefined) return [];
    const isThere = (index: number, value = 0): boolean => space.variables[index]?.values[value] !== undefined;
    return [
      {
        allowed: setOf(HOLDS),
        unit: {
          scope: [before, variable],
          judge: (assignment) => {
            if (!isThere(variable, assignment[variable])) return { judgement: HOLDS, asked: [variable] };
            return { judgement: isThere(before, assignment[before]) ? HOLDS : BROKEN, asked: [variable, before] };
          },
        },
      },
    ];
  });
}
