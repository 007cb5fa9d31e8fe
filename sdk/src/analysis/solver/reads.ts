import { parsePath } from "../../context/field-path.ts";
import type { CheckKeywords, Condition, Field, Rule } from "../../generated/types.ts";
import { keywords } from "../../keywords/index.ts";
import type { ResolvedRuleSet } from "../../rules/resolve.ts";
import { lineSlot, listSlot, type Slot, toggleSlot, togglesSlot, valueSlot } from "./slot.ts";

/** What a part of a rule set can look at, as slots. Names are known to exist. */
export interface Reads {
  /** Where the value of a field can come from, its own place first. */
  sourcesOf(field: string): readonly Slot[];
  /** Every slot that can change the value of a field. */
  ofField(field: string): readonly Slot[];
  ofFeature(feature: string): readonly Slot[];
  ofCondition(condition: Condition): readonly Slot[];
  /** All that a rule looks at besides its stage. */
  ofRule(rule: Rule): readonly Slot[];
}

/** The lists of rule sets, as `place path`: what is a list to one may be a field to another. */
export function listsOf(sets: readonly ResolvedRuleSet[]): ReadonlySet<string> {
  const fields = sets.flatMap((set) => Object.values(set.fields));
  return new Set(
    fields.flatMap((field) => {
      const { list } = parsePath(field.path);
      const own = list === undefined ? [] : [`${field.in ?? "document"} ${list.join(".")}`];
      return field.otherwise?.from === undefined ? own : [...own, `context ${field.otherwise.from}`];
    }),
  );
}

/** Names of toggles this near may be taken for slips of each other. */
const mostSlips = 3;

/** Prepares to tell what parts of a rule set look at. */
export function readsOf(set: ResolvedRuleSet, lists: ReadonlySet<string>): Reads {
  const definitionOf = (name: string): Field => {
    const field = set.fields[name];
    if (field === undefined) throw new RangeError(`the rule set does not know ${name}`);
    return field;
  };
  const ownSlot = ({ in: place = "document", path }: Field): Slot => {
    const { list, steps } = parsePath(path);
    if (list === undefined && lists.has(`${place} ${path}`)) return listSlot(place, path);
    return valueSlot(place, list?.join("."), steps);
  };
  const sourcesOf = (name: string): readonly Slot[] => {
    const field = definitionOf(name);
    const { field: other, from, take } = field.otherwise ?? {};
    if (other !== undefined) return [ownSlot(field), ...sourcesOf(other)];
    if (from === undefined || take === undefined) return [ownSlot(field)];
    return [ownSlot(field), valueSlot("context", from, [take])];
  };
  const ofField = (name: string): readonly Slot[] => {
    const field = definitionOf(name);
    const { field: other, from, matching = {}, take } = field.otherwise ?? {};
    const own = ownSlot(field);
    const slots = [...around(own), own, ...(own.kind === "list" ? [lineSlot(own.place, own.list ?? "")] : [])];
    if (own.place === "document" && own.list === undefined && own.steps.join(".") === "erp.status")
      slots.push(...synced);
    if (other !== undefined) slots.push(...ofField(other));
    if (from === undefined || take === undefined) return slots;
    for (const [key, by] of Object.entries(matching)) {
      const line = valueSlot("context", from, [key]);
      slots.push(...around(line), line, valueSlot("context", from, [take]), ...ofField(by));
    }
    return slots;
  };
  const ofFeature = (name: string): readonly Slot[] => {
    const where = set.features[name]?.definition.where;
    const near = Object.keys(set.features).filter((other) => Math.abs(other.length - name.length) <= mostSlips);
    return [togglesSlot, ...near.map(toggleSlot), ...(where === undefined ? [] : ofCondition(where))];
  };
  const ofSettings = (settings: CheckKeywords): readonly Slot[] =>
    keywords.flatMap((keyword) => (keyword.mentions?.(settings) ?? []).flatMap(({ field }) => ofField(field)));
  const ofCondition = (condition: Condition): readonly Slot[] => {
    const { field, feature } = condition;
    return [
      ...(field === undefined ? [] : ofField(field)),
      ...(feature === undefined ? [] : ofFeature(feature)),
      ...ofSettings(condition),
      ...partsOf(condition).flatMap(ofCondition),
    ];
  };
  return {
    sourcesOf,
    ofField,
    ofFeature,
    ofCondition,
    ofRule: (rule) => [
      ...fieldsOf(rule).flatMap(ofField),
      ...(rule.feature === undefined ? [] : ofFeature(rule.feature)),
      ...ofSettings(rule),
      ...(rule.when === undefined ? [] : ofCondition(rule.when)),
    ],
  };
}

/** A record with an ERP id is taken for synced unless it says otherwise. */
const synced = [
  valueSlot("document", undefined, ["erp", "origin_id"]),
  valueSlot("document", undefined, ["origin_id"]),
];

/** What decides whether a slot of a line is there. */
function around({ kind, place, list }: Slot): readonly Slot[] {
  return list === undefined || kind === "list" ? [] : [listSlot(place, list), lineSlot(place, list)];
}

/** The fields that a rule is put on. */
export function fieldsOf({ field, fields }: Rule): readonly string[] {
  return fields ?? (field === undefined ? [] : [field]);
}

/** The parts of a condition that joins others. */
export function partsOf({ all = [], any = [], not }: Condition): readonly Condition[] {
  return [...all, ...any, ...(not === undefined ? [] : [not])];
}
