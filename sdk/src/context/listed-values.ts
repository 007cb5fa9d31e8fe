import { isList } from "../document/value.ts";
import type { Field as FieldDefinition } from "../generated/types.ts";
import { type Facts, isAbsent, NOT_GIVEN } from "./facts.ts";
import { walker } from "./walk.ts";

/**
 * The values that the context lists for a field, each once, in its order: what the field is otherwise taken from, or what
 * other fields look up by it. With `billingItemCode: { otherwise: { from: prime_contract.line_items, matching: { id:
 * associatedLineItem }, take: origin_code } }` these are the contract's codes for the one and its ids for the other.
 * `undefined` for a field that has no such list.
 */
export function listedValues(
  name: string,
  definitions: Readonly<Record<string, FieldDefinition>>,
): ((facts: Facts) => readonly unknown[]) | undefined {
  const place = ownList(definitions[name]) ?? Object.values(definitions).flatMap((each) => listBy(name, each))[0];
  if (place === undefined) return undefined;
  const list = walker(place.from.split("."), true);
  const read = walker([place.key], true);
  return (facts) => {
    const lines = list(facts.context);
    if (!isList(lines)) return [];
    const values = new Map<string, unknown>();
    for (const line of lines) {
      const value = read(line);
      // A group or a list is no value of a field, and a group that has its own "toString" can't even be made text.
      if (value === NOT_GIVEN || isAbsent(value) || typeof value === "object") continue;
      if (!values.has(String(value))) values.set(String(value), value);
    }
    return [...values.values()];
  };
}

/** A list of the context, and the key of its items that holds the values. */
interface ListPlace {
  readonly from: string;
  readonly key: string;
}

function ownList(definition: FieldDefinition | undefined): ListPlace | undefined {
  const { from, take } = definition?.otherwise ?? {};
  return from === undefined || take === undefined ? undefined : { from, key: take };
}

function listBy(name: string, { otherwise }: FieldDefinition): readonly ListPlace[] {
  const { from, matching = {} } = otherwise ?? {};
  if (from === undefined) return [];
  return Object.entries(matching)
    .filter(([, field]) => field === name)
    .map(([key]) => ({ from, key }));
}
