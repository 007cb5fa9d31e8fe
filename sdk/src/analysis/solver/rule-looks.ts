import type { Names } from "../../check/condition.ts";
import type { Field } from "../../context/field.ts";
import type { CheckKeywords, Condition, Rule } from "../../generated/types.ts";
import type { Boundary } from "../../keywords/boundary.ts";
import { keywords } from "../../keywords/index.ts";
import { fieldsOf, partsOf } from "./reads.ts";
import type { SpaceSource } from "./space.ts";

/** Where the check of a rule splits values. */
export function boundariesOf(definition: Rule, names: Names): readonly Boundary[] {
  if (definition.feature !== undefined) return [];
  const target = { fields: fieldsOf(definition).map(names.field), feature: undefined, field: names.field };
  return keywords.flatMap((keyword) => keyword.boundaries(definition, target));
}

/** Whether a rule about each line looks at other lines of the same list, too. */
export function comparesLines({ when, ...settings }: Rule, { names }: SpaceSource, { place, list }: Field): boolean {
  const looksAcross = ({ refersTo, sumEquals = [] }: CheckKeywords): boolean =>
    [...(refersTo === undefined ? [] : [refersTo]), ...sumEquals]
      .map(names.field)
      .some((other) => other.place === place && other.list?.join(".") === list?.join("."));
  return looksAcross(settings) || (when !== undefined && conditions(when).some(looksAcross));
}

/** Whether one line can leave open what a rule says while another does not. */
export function isOpenByLine(definition: Rule, { names, reads }: SpaceSource): boolean {
  const isFromAround = (name: string): boolean => reads.sourcesOf(name).some(({ place }) => place !== "document");
  const onLines = (name: string | undefined): boolean => name !== undefined && names.field(name).list !== undefined;
  const { when } = definition;
  return (
    fieldsOf(definition).some(isFromAround) ||
    boundariesOf(definition, names).some(({ kind }) => compared.has(kind)) ||
    (when !== undefined && conditions(when).some(({ field }) => onLines(field)))
  );
}

/** What looks at other fields, which may be open. */
const compared = new Set<Boundary["kind"]>(["same", "order", "sum"]);

/** A condition and all its parts. */
export function conditions(condition: Condition): readonly Condition[] {
  return [condition, ...partsOf(condition).flatMap(conditions)];
}
