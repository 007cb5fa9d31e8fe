import { valueAt } from "../../document/pointer.ts";
import type { Space } from "../solver/space.ts";
import type { Assignment } from "../solver/unit.ts";
import { worldOf } from "../solver/world.ts";

/** A value that has to stand at a place. */
export interface Touch {
  readonly place: "document" | "context" | "input";
  readonly path: readonly (string | number)[];
  /** `undefined`: there must be none. */
  readonly value: unknown;
}

/** What has to stand where, so that some variables have their values. */
export function touchesOf(space: Space, found: Assignment, variables: readonly number[]): readonly Touch[] {
  const world = worldOf(
    space.variables.map(({ slot, line, values }, index) => ({ slot, line, value: values[found[index] ?? 0] })),
  );
  const touches = variables.flatMap((index): readonly Touch[] => {
    const variable = space.variables[index];
    if (variable === undefined) return [];
    const { slot, line = 0 } = variable;
    const list = slot.list?.split(".") ?? [];
    const path = {
      value: slot.list === undefined ? slot.steps : [...list, line, ...slot.steps],
      list,
      line: [...list, line],
      // Which toggles are listed at all decides how each is read.
      toggle: ["erp", "features"],
      toggles: ["erp", "features"],
    }[slot.kind];
    return [{ place: slot.place, path, value: valueAt(world[slot.place], path) }];
  });
  return [...new Map(touches.map((touch) => [JSON.stringify([touch.place, touch.path]), touch])).values()];
}
