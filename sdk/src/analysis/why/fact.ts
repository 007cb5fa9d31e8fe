import type { Names } from "../../check/condition.ts";
import { type Facts, isAbsent, NOT_GIVEN } from "../../context/facts.ts";
import type { Feature } from "../../context/feature.ts";
import type { Field } from "../../context/field.ts";
import { isList } from "../../document/value.ts";
import { show } from "../../keywords/show.ts";
import type { ResolvedRuleSet } from "../../rules/resolve.ts";

/** What rules are explained with. */
export interface Asked {
  readonly set: ResolvedRuleSet;
  readonly names: Names;
  readonly facts: Facts;
  /** Turns a JSON Pointer into the PCCO into one into the payload as it was given; `undefined` when they are the same. */
  readonly outside: ((pointer: string) => string) | undefined;
}

/** The line that is asked about: nothing and -1 for the PCCO as a whole. */
export interface Line {
  readonly item: unknown;
  readonly index: number;
}

/** The PCCO as a whole. */
export const whole: Line = { item: undefined, index: -1 };

/** A fact that was looked at. */
export interface FactRead {
  /** What people call it. */
  readonly label: string;
  /** Whether it is one of the PCCO, of its surroundings, or of what was entered for the event. */
  readonly place: Field["place"];
  /** A JSON Pointer into the PCCO; else the path as rule files write it, `prime_contract.status`. */
  readonly path: string;
  /** `missing`: known to be without a value. `not given`: the surroundings, or what was entered, leave it open. */
  readonly state: "there" | "missing" | "not given";
  /** The value as messages show it, those of all lines one after another; empty unless it is there. */
  readonly shown: string;
}

/** Most values of a list that are shown. */
const mostShown = 20;

/** Reads a field: on a line, or where it stands on lines and none is meant, on all of them. */
export function readField(asked: Asked, field: Field, line: Line): FactRead {
  if (field.list !== undefined && line.index < 0) return readColumn(asked.facts, field);
  const value = field.read(asked.facts, line.item);
  return { label: field.label, ...placeOf(asked, field, line), ...shownIn(value, (each) => show(each, field)) };
}

function readColumn(facts: Facts, field: Field): FactRead {
  const { label, place, path } = field;
  const items = field.items(facts);
  const values = isList(items) ? items.map((item) => field.read(facts, item)) : items;
  const shownOf = (value: unknown): string => {
    if (!isList(value)) return show(value, field);
    const first = value.slice(0, mostShown).map((each) => (each === NOT_GIVEN ? "not given" : show(each, field)));
    const more = value.length - first.length;
    return `${first.join(", ") || "no lines"}${more === 0 ? "" : ` and ${more} more`}`;
  };
  return { label, place, path, ...shownIn(values, shownOf) };
}

function placeOf(
  { set: { fields }, facts, outside = (pointer) => pointer }: Asked,
  field: Field,
  { item, index }: Line,
): Pick<FactRead, "place" | "path"> {
  if (field.place !== "document") return { place: field.place, path: field.path };
  const { from, take } = fields[field.name]?.otherwise ?? {};
  if (from !== undefined && !field.isWritable(facts, item)) return { place: "context", path: `${from}[].${take}` };
  return { place: "document", path: outside(field.locate(facts, item, index)) };
}

/** Reads a toggle. */
export function readFeature({ facts }: Asked, feature: Feature): FactRead {
  const position = feature.read(facts);
  return { label: feature.title, place: "context", path: `erp.features.${feature.name}`, ...shownIn(position, String) };
}

function shownIn(value: unknown, shownOf: (value: unknown) => string): Pick<FactRead, "state" | "shown"> {
  if (value === NOT_GIVEN) return { state: "not given", shown: "" };
  return isAbsent(value) ? { state: "missing", shown: "" } : { state: "there", shown: shownOf(value) };
}
