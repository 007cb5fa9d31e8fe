import { type Facts, isAbsent, NOT_GIVEN } from "../context/facts.ts";
import type { Field } from "../context/field.ts";
import { fieldTypes, isTextual } from "../context/field-type.ts";
import { BROKEN, HOLDS, MISTYPED } from "../context/judgement.ts";
import { fromPointer } from "../document/pointer.ts";
import type { Finding } from "../generated/types.ts";
import type { Place, Spot, ValueCheck } from "../keywords/keyword.ts";
import { compileMessage } from "../keywords/message.ts";
import { either, show } from "../keywords/show.ts";
import { judgeValue, missingFor } from "./condition.ts";
import { type Gap, mistypedFinding, unknownFinding } from "./finding.ts";
import type { RuleParts } from "./rule.ts";
import { RuleFinding, type Told } from "./rule-finding.ts";

/** Looks at one value and adds what is wrong with it; gives what keeps it from being judged. */
export type Look = (facts: Facts, item: unknown, index: number, found: Finding[]) => Gap | undefined;

/** All that is the same for every value of the field is worked out here, so that a finding costs little more than its words. */
export function compileLook(parts: RuleParts, field: Field, check: ValueCheck): Look {
  const { head } = parts;
  const { label, type, choices } = field;
  const named = Object.keys(choices).length > 0 ? field : undefined;
  const noun = named === undefined ? fieldTypes[type].noun : either(Object.keys(choices));
  const { expected } = check;
  const late = check.late?.(field);
  const write = compileMessage<Place>(parts.message, {
    label,
    value: ({ value }) => (isAbsent(value) ? "missing" : show(value, named)),
    ...parts.words,
    ...check.words,
  });
  const told = (place: Place): Told => ({
    message: write(place, place.index + 1),
    expected: place.expected,
    fixes: check.fixes(place),
  });
  const placeOf = (spot: Spot): Place => {
    const { value, path, facts, item, index } = spot;
    return {
      field,
      value,
      path,
      facts,
      item,
      index,
      expected: typeof expected === "string" ? expected : expected(spot),
    };
  };
  const broken = (spot: Spot): Finding => {
    const { path, value, index } = spot;
    if (late === "all")
      return new RuleFinding(head, path, value, undefined, undefined, undefined, () => told(placeOf(spot)));
    const place = placeOf(spot);
    const message = write(place, index + 1);
    return late === "fixes"
      ? new RuleFinding(head, path, value, message, place.expected, undefined, () => told(place))
      : new RuleFinding(head, path, value, message, place.expected, check.fixes(place));
  };
  return (facts, item, index, found) => {
    const value = field.read(facts, item);
    const judgement = judgeValue(value, field, check, facts, item);
    if (judgement <= HOLDS) return undefined;
    const path = field.locate(facts, item, index);
    if (judgement === BROKEN) {
      found.push(broken({ field, value, path, facts, item, index }));
      return undefined;
    }
    if (judgement === MISTYPED) {
      const wanted = {
        label: index < 0 ? label : `Line ${index + 1}: ${label}`,
        noun,
        textual: isTextual(type),
        around: item ?? facts.document,
      };
      found.push(mistypedFinding(path, wanted, value, facts.sourceOf?.(fromPointer(path))));
      return undefined;
    }
    if (value === NOT_GIVEN) return { index, path, missing: [field.missing(facts, item)] };
    const missing = missingFor(value, field, check, facts, item);
    if (field.is(value)) return { index, path, missing };
    found.push(unknownFinding(head, { index, path, missing, wrong: { expected: noun, received: value, label } }));
    return undefined;
  };
}
