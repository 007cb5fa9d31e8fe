import { type Facts, isAbsent, NOT_GIVEN } from "../context/facts.ts";
import type { Field } from "../context/field.ts";

/**
 * The value of a line as lines are compared: spaces at either end left out; `undefined` when it has none. `NOT_GIVEN`
 * when it can't be told: the context leaves it open, or it is of the wrong type.
 */
export function lineValue(field: Field, facts: Facts, item: unknown): string | number | undefined | typeof NOT_GIVEN {
  const value = field.read(facts, item);
  if (value === NOT_GIVEN) return NOT_GIVEN;
  if (isAbsent(value)) return undefined;
  if (!field.is(value)) return NOT_GIVEN;
  return typeof value === "number" ? value : String(value).trim();
}
