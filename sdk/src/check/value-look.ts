import { type Facts, isAbsent, NOT_GIVEN } from "../context/facts.ts";
import type { Field } from "../context/field.ts";
import { fieldTypes, isTextual } from "../context/field-type.ts";
import { BROKEN, HOLDS, MISTYPED } from "../context/judgement.ts";
import { fromPointer } from "../document/pointer.ts";
import type { Finding } from "../generated/types.ts";
import type { Place, ValueCheck } from "../keywords/keyword.ts";
import { compileMessage } from "../keywords/message.ts";
import { either, show } from "../keywords/show.ts";
import { judgeValue, missingFor } from "./condition.ts";
import { type Gap, mistypedFinding, unknownFinding } from "./finding.ts";
import type { RuleParts } from "./rule.ts";
import { RuleFinding } from "./rule-finding.ts";

/** Looks at one value and adds what is wrong with it; gives what keeps it from being judged. */
export type Look = (value: unknown, facts: Facts, item: unknown, index: number, found: Finding[]) => Gap | undefined;

/** All that is the same for every value of the field is worked out here, so that a finding costs little more than its words. */
export function compileLook({ head, message, words }: RuleParts, field: Field, check: ValueCheck): Look {
  const { label, type, choices } = field;
  const named = Object.keys(choices).length > 0 ? field : undefined;
  const noun = named === undefined ? fieldTypes[type].noun : either(Object.keys(choices));
  const { expected: wanted } = check;
  const isLate = check.isLate?.(field);
  const write = compileMessage<Place>(message, {
    label,
    value: ({ value }) => (isAbsent(value) ? "missing" : show(value, named)),
    ...words,
    ...check.words,
  });
  return (value, facts, item, index, found) => {
    const judgement = judgeValue(value, field, check, facts, item);
    if (judgement <= HOLDS) return undefined;
    const path = field.locate(facts, item, index);
    if (judgement === BROKEN) {
      const expected = typeof wanted === "string" ? wanted : wanted(facts, item);
      const place = { field, value, path, facts, item, index, expected };
      const fixes = isLate ? () => check.fixes(place) : check.fixes(place);
      found.push(new RuleFinding(head, path, value, write(place, index + 1), expected, fixes));
      return undefined;
    }
    if (judgement === MISTYPED) {
      const type = {
        label: index < 0 ? label : `Line ${index + 1}: ${label}`,
        noun,
        textual: isTextual(field.type),
        around: item ?? facts.document,
      };
      found.push(mistypedFinding(path, type, value, facts.sourceOf?.(fromPointer(path))));
      return undefined;
    }
    if (value === NOT_GIVEN) return { index, path, missing: [field.missing(facts, item)] };
    const missing = missingFor(value, field, check, facts, item);
    if (field.is(value)) return { index, path, missing };
    found.push(unknownFinding(head, { index, path, missing, wrong: { expected: noun, received: value, label } }));
    return undefined;
  };
}
