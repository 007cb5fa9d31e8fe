import type { Names } from "../../check/condition.ts";
import type { Field } from "../../context/field.ts";
import type { CheckKeywords, Condition, Rule } from "../../generated/types.ts";
import type { Boundary } from "../../keywords/boundary.ts";
import { keywords } from "../../keywords/index.ts";
import { fieldsOf, partsOf } from "./reads.ts";
import { listSlot } from "./slot.ts";
import type { SpaceSource } from "./space.ts";

/** Where the check of a rule splits values. */
export function boundariesOf(definition: Rule, names: Names): readonly Boundary[] {
  if (definition.feature !== undefined) return [];
  const target = { fields: fieldsOf(definition).map(names.field), feature: undefined, field: names.field };
  return keywords.flatMap((keyword) => keyword.boundaries(definition, target));
}

/** How many lines it takes at most to see a rule say something, by the keys of their lists' slots. */
export function linesNeeded(definition: Rule, names: Names): ReadonlyMap<string, number> {
  const needed = new Map<string, number>();
  const note = ({ place, list }: Field, count: number): void => {
    if (list === undefined) return;
    const { key } = listSlot(place, list.join("."));
    needed.set(key, Math.max(needed.get(key) ?? 0, count));
  };
  const boundaries = boundariesOf(definition, names);
  const fewest = Math.max(1, ...boundaries.map((each) => (each.kind === "lines" ? each.fewest : 1)));
  for (const field of fieldsOf(definition)) note(names.field(field), fewest);
  // Another line makes up for what a line adds.
  for (const each of boundaries) if (each.kind === "sum") for (const part of each.of) note(part, 2);
  return needed;
}

/** Whether a rule about each line looks at other lines of the same list, too, or counts them. */
export function comparesLines(
  { when, ...settings }: Rule,
  { names, set }: SpaceSource,
  { place, list }: Field,
): boolean {
  const path = list?.join(".");
  const looksAcross = ({ refersTo, sumEquals = [] }: CheckKeywords): boolean =>
    [...(refersTo === undefined ? [] : [refersTo]), ...sumEquals]
      .map(names.field)
      .some((other) => other.place === place && other.list?.join(".") === path);
  const counts = ({ field, minItems = 0 }: Condition): boolean => {
    if (field === undefined || minItems < 2) return false;
    const counted = names.field(field);
    return counted.place === place && counted.path === path;
  };
  const asked = when === undefined ? [] : conditions(when);
  const ofToggles = asked.flatMap(({ feature }) => {
    const where = feature === undefined ? undefined : set.features[feature]?.definition.where;
    return where === undefined ? [] : conditions(where);
  });
  return looksAcross(settings) || [...asked, ...ofToggles].some((each) => looksAcross(each) || counts(each));
}

/** A condition and all its parts. */
export function conditions(condition: Condition): readonly Condition[] {
  return [condition, ...partsOf(condition).flatMap(conditions)];
}
