import { compileCondition } from "../../check/condition.ts";
import { type Facts, isAbsent, isNoList, NOT_GIVEN } from "../../context/facts.ts";
import type { Field } from "../../context/field.ts";
import { DOES_NOT_APPLY, type Judgement, UNKNOWN } from "../../context/judgement.ts";
import { isList } from "../../document/value.ts";
import type { Condition, Rule } from "../../generated/types.ts";
import { keywords } from "../../keywords/index.ts";
import { type Cause, setOf } from "./clause.ts";
import { fieldsOf } from "./reads.ts";
import { conditions } from "./rule-looks.ts";
import type { Demand } from "./search.ts";
import { listSlot, type Slot } from "./slot.ts";
import type { Space, SpaceSource } from "./space.ts";
import { createUnit } from "./unit.ts";

/**
 * Why a rule that looks at many values can leave open what it says: its condition is open, or a value it looks at is not
 * given or of a wrong type. Each is a demand on few values; the rule is open only where one of them is met. Of several
 * lines that could be the cause the first is looked at, since their order makes no difference.
 * @returns `undefined` when the cause may be something else
 */
export function causesOfOpen(space: Space, source: SpaceSource, definition: Rule): readonly Cause[] | undefined {
  const { names } = source;
  const { when } = definition;
  const mentioned = keywords.flatMap((keyword) => keyword.mentions?.(definition) ?? []);
  const fields = [...fieldsOf(definition), ...mentioned.map(({ field }) => field)].map(names.field);
  const isOnLines =
    when !== undefined &&
    conditions(when).some(({ field }) => field !== undefined && names.field(field).list !== undefined);
  if (definition.feature !== undefined || isOnLines) return undefined;
  return [
    ...(when === undefined ? [] : [{ demand: conditionOpen(space, source, when) }]),
    ...fields.flatMap((field) => valueOpen(space, source, field)),
  ];
}

function conditionOpen(space: Space, { names, reads }: SpaceSource, when: Condition): Demand {
  const { ask } = compileCondition(when, names);
  return demandOpen(space, reads.ofCondition(when), undefined, (facts) => ask(facts, undefined) === UNKNOWN);
}

function valueOpen(space: Space, { reads }: SpaceSource, field: Field): readonly Cause[] {
  const { place, list: path } = field;
  const isOpen = (value: unknown): boolean => value === NOT_GIVEN || !(isAbsent(value) || field.is(value));
  const slots = reads.ofField(field.name);
  if (path === undefined)
    return [{ demand: demandOpen(space, slots, undefined, (facts) => isOpen(field.read(facts, undefined))) }];
  const list = listSlot(place, path.join("."));
  return [0, 1].map((index) => ({
    line: index,
    demand: demandOpen(space, slots, { list, index }, (facts) => {
      const items = field.items(facts);
      if (!isList(items)) return items === NOT_GIVEN || !isNoList(items);
      return items.length > 0 && isOpen(field.read(facts, items[0]));
    }),
  }));
}

function demandOpen(
  space: Space,
  slots: readonly Slot[],
  line: { readonly list: Slot; readonly index: number } | undefined,
  isOpen: (facts: Facts) => boolean,
): Demand {
  const judge = (facts: Facts): Judgement => (isOpen(facts) ? UNKNOWN : DOES_NOT_APPLY);
  return { unit: createUnit(space, { slots, line, judge }), allowed: setOf(UNKNOWN) };
}
