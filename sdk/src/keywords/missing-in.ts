import { type Facts, NOT_GIVEN } from "../context/facts.ts";
import type { Field } from "../context/field.ts";
import { isList } from "../document/value.ts";

/** The parts of the context that some lines' values need and that are not given, each once. */
export function missingIn(fields: readonly Field[], facts: Facts): readonly string[] {
  const missing = new Set<string>();
  for (const field of fields) {
    const items = field.list === undefined ? [undefined] : field.items(facts);
    if (items === NOT_GIVEN) missing.add(field.missing(facts, undefined));
    for (const item of isList(items) ? items : []) {
      if (field.read(facts, item) === NOT_GIVEN) missing.add(field.missing(facts, item));
    }
  }
  return [...missing];
}
