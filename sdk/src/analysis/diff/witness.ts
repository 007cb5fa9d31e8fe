import type { JsonObject } from "../../document/value.ts";
import type { Pcco, PccoContext } from "../../generated/types.ts";
import { usualDay } from "../solver/choice.ts";
import type { Space } from "../solver/space.ts";
import type { Assignment } from "../solver/unit.ts";
import { worldOf } from "../solver/world.ts";

/** A PCCO that shows something, with its surroundings and the person inline, ready to be saved and checked. */
export interface Witness {
  /** The PCCO. Its surroundings stand under `$context`. */
  readonly document: Pcco & { readonly $context: PccoContext };
  /** When it is checked or the event happens, RFC 3339; only told where that makes a difference. */
  readonly at?: string;
  /** What is entered for the event, by name; only told where something is. */
  readonly input?: JsonObject;
}

/** When witnesses are checked, unless they say otherwise. */
export const usualTime = `${usualDay}T00:00:00Z`;

/** A witness of what a check says: nothing is entered for it but the day of the check, where that is the default. */
export function checkWitness(space: Space, found: Assignment): Witness {
  const { document, context, input } = worldFor(space, found);
  const day = Object.values(input).find((value) => typeof value === "string");
  const at = day === undefined ? usualTime : `${day}T00:00:00Z`;
  return { document: { ...inOrder(document), $context: context }, ...(at === usualTime ? {} : { at }) };
}

/** A witness of whether an event can happen. What is entered by itself, or not for this event, is left out. */
export function eventWitness(space: Space, found: Assignment, event: string): Witness {
  const { document, context, input } = worldFor(space, found);
  const fields = space.sources.flatMap(({ set }) => Object.entries(set.lifecycle[event]?.input ?? {}));
  const entered = Object.entries(input).filter(([name, value]) => {
    const own = fields.filter(([each]) => each === name);
    const isUsual = value === usualDay && own.every(([, field]) => field.default === "today");
    return own.length > 0 && !isUsual;
  });
  const given = entered.length === 0 ? {} : { input: Object.fromEntries(entered) };
  return { document: { ...inOrder(document), $context: context }, ...given };
}

function worldFor(space: Space, found: Assignment) {
  return worldOf(
    space.variables.map(({ slot, line, values }, index) => ({ slot, line, value: values[found[index] ?? 0] })),
  );
}

/** The PCCO's own fields, then its lists, then where it stands on the way to the ERP system. */
function inOrder(document: JsonObject): JsonObject {
  const rank = ([key, value]: readonly [string, unknown]): number =>
    key === "erp" ? 2 : typeof value === "object" ? 1 : 0;
  return Object.fromEntries(Object.entries(document).toSorted((a, b) => rank(a) - rank(b)));
}
