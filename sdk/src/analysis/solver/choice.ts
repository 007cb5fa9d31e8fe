import { validateContext } from "../../generated/context-validator.js";
import type { ResolvedRuleSet } from "../../rules/resolve.ts";
import type { Domain } from "./domain.ts";
import { listSlot, MISSPELT, ODD, type Slot } from "./slot.ts";
import { worldOf } from "./world.ts";

/** The day on which everything happens unless it matters. */
export const usualDay = "2025-01-01";

/** The values that a slot can have, and how they are compared with those of other slots. */
export interface Choice {
  /** What is missing comes first, then the simplest. */
  readonly values: readonly unknown[];
  /** For each value its class, whose values can stand for each other; -1 for one that none can stand for. */
  readonly classes: readonly number[];
  /** For each value a number that it shares with its twin, which is the same but for spaces at its end; -1 for none. */
  readonly pairs: readonly number[];
  /** Whether a value is the twin with the spaces. */
  readonly areTwins: readonly boolean[];
}

/** The values of a slot: those of its group that can stand there, and those that no group has. */
export function choiceOf(
  slot: Slot,
  domain: Domain | undefined,
  lines: number,
  defaults: ReadonlyMap<string, string>,
): Choice {
  const candidates = candidatesOf(slot, domain, lines, defaults);
  const kept = candidates.flatMap((value, index) =>
    candidates.indexOf(value) === index && isPossible(slot, value) ? [index] : [],
  );
  const own = slot.kind === "value" ? domain : undefined;
  const places = kept.map((index) => index - (candidates.length - (own?.values.length ?? 0)));
  return {
    values: kept.map((index) => candidates[index]),
    classes: places.map((at) => own?.classes[at] ?? -1),
    pairs: places.map((at) => own?.twins[at] ?? -1),
    areTwins: places.map((at) => own?.twins[at] !== undefined && own.twins[at] !== at),
  };
}

function candidatesOf(
  slot: Slot,
  domain: Domain | undefined,
  lines: number,
  defaults: ReadonlyMap<string, string>,
): readonly unknown[] {
  const missing = slot.place === "document" ? [undefined] : [undefined, null];
  switch (slot.kind) {
    case "list":
      return [...missing, ...Array.from({ length: lines + 1 }, (_, count) => count), ODD];
    case "line":
      return [undefined, ODD];
    case "toggles":
      return [undefined, true];
    case "toggle":
      return [undefined, true, false, MISSPELT];
    case "value": {
      // What is the day of the event unless given is never missing.
      const never = slot.place === "input" && defaults.get(slot.steps.join(".")) === "all";
      return [...(never ? [usualDay, null] : missing), ...(domain?.values ?? [])];
    }
  }
}

/** Whether a value can stand in its place: contexts have a shape, PCCOs may hold anything. */
function isPossible(slot: Slot, value: unknown): boolean {
  if (slot.place !== "context" || value === undefined) return true;
  const list =
    slot.list === undefined || slot.kind === "list"
      ? []
      : [{ slot: listSlot(slot.place, slot.list), line: undefined, value: 1 }];
  return validateContext(worldOf([...list, { slot, line: 0, value }]).context);
}

/** Names of entered values that are the day of the event unless given: for all events that take them, or for some. */
export function inputsOfToday(sets: readonly ResolvedRuleSet[]): ReadonlyMap<string, "all" | "some"> {
  const inputs = sets
    .flatMap(({ lifecycle }) => Object.values(lifecycle))
    .flatMap(({ input = {} }) => Object.entries(input));
  const names = new Set(inputs.flatMap(([name, field]) => (field.default === "today" ? [name] : [])));
  const isAlways = (name: string): boolean =>
    inputs.every(([each, field]) => each !== name || field.default === "today");
  return new Map([...names].map((name) => [name, isAlways(name) ? "all" : "some"]));
}
