import { type Facts, isAbsent, isNoList, NOT_GIVEN } from "../context/facts.ts";
import type { Field } from "../context/field.ts";
import { sameId } from "../context/ids.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, type Judgement, UNKNOWN } from "../context/judgement.ts";
import { beginPlaces, createPlaces, endPlaces, type Places, placeOf } from "../context/places.ts";
import { itemReader } from "../context/walk.ts";
import { isList } from "../document/value.ts";
import type { Column } from "./column.ts";
import { pickFixes, removeFix } from "./fix.ts";
import type { Keyword } from "./keyword.ts";
import { missingIn } from "./missing-in.ts";
import { either, show } from "./show.ts";

const mostNamed = 20;

/** `refersTo: contractLines`: the value is one of another list's values, such as the ids of the contract's lines. */
export const refersTo: Keyword = {
  name: "refersTo",
  summary: "The value must be one of the values of this field of a list, such as the prime contract's line ids.",
  schema: { type: "string" },
  on: ["id", "text"],
  message: "{label} {value} is none of the {target}.",
  words: ["target", "known"],
  mentions: ({ refersTo: name }) => (name === undefined ? [] : [{ field: name, path: "/refersTo" }]),
  boundaries: ({ refersTo: name }, target) => (name === undefined ? [] : [{ kind: "same", as: target.field(name) }]),
  compile: ({ refersTo: name }, target) => {
    if (name === undefined) return undefined;
    const other = target.field(name);
    const places = createPlaces(itemReader(other.steps));
    const namedAgain = rememberNamed();
    let isBegun = false;
    // Each finding names them, and many findings can come of one check.
    let names: string | undefined;
    return {
      subject: "value",
      whenAbsent: DOES_NOT_APPLY,
      test: (value, facts) => (isBegun && placeOf(places, value) >= 0 ? HOLDS : lookUp(other, value, facts)),
      begin: (facts) => {
        isBegun = beginPlaces(places, other.items(facts));
      },
      end: () => {
        isBegun = false;
        names = undefined;
        endPlaces(places);
      },
      allHold: (column, facts) => areAllKnown(column, places, other.items(facts)),
      expected: (facts) => {
        const all = names ?? namedAgain(knownValues(other, facts));
        if (isBegun) names = all;
        return all;
      },
      words: { target: other.label, known: ({ facts }) => named(knownValues(other, facts), show) },
      missing: (facts) => missingIn([other], facts),
      fixes: (place) => {
        const { field, path, facts, item } = place;
        if (!field.isWritable(facts, item)) return [];
        return [...pickFixes(place, knownValues(other, facts)), removeFix(`Remove ${field.label}`, "choice", path)];
      },
      isLate: () => true,
    };
  },
};

/** Whether the other field certainly has all values of a column. `false` leaves it open. */
function areAllKnown({ values, length }: Column, places: Places, items: unknown): boolean {
  if (!beginPlaces(places, items)) return false;
  let areKnown = true;
  for (let index = 0; areKnown && index < length; index++) {
    const value = values[index];
    if (value !== undefined) areKnown = placeOf(places, value) >= 0;
  }
  endPlaces(places);
  return areKnown;
}

function lookUp(other: Field, value: unknown, facts: Facts): Judgement {
  const items = other.items(facts);
  if (items === NOT_GIVEN) return UNKNOWN;
  if (!isList(items)) return isNoList(items) ? BROKEN : UNKNOWN;
  let open = false;
  for (const item of items) {
    const known = other.read(facts, item);
    if (sameId(known, value)) return HOLDS;
    open ||= known === NOT_GIVEN || !(isAbsent(known) || other.is(known));
  }
  return open ? UNKNOWN : BROKEN;
}

/** The values of the list, each once. */
function knownValues(other: Field, facts: Facts): readonly unknown[] {
  const items = other.items(facts);
  if (!isList(items)) return [];
  const known: unknown[] = [];
  let highest = Number.NEGATIVE_INFINITY;
  let texts: Set<string> | undefined;
  for (const item of items) {
    const value = other.read(facts, item);
    if (value === NOT_GIVEN || isAbsent(value) || !other.is(value)) continue;
    if (texts === undefined && typeof value === "number" && value > highest) {
      // Ids mostly rise from line to line, and then none stands twice.
      highest = value;
      known.push(value);
      continue;
    }
    texts ??= new Set(known.map(String));
    if (!texts.has(String(value))) known.push(value);
    texts.add(String(value));
  }
  return known;
}

/** The values as a sentence lists them; of very many only the first. */
function named(values: readonly unknown[], write: (value: unknown) => string): string {
  const more = values.length - mostNamed;
  const words = values.slice(0, mostNamed).map((value) => write(value));
  return either(more > 0 ? [...words, `${more} more`] : words) || "none";
}

/** Names values, unless they are those named last: a contract stays the same from check to check. */
function rememberNamed(): (values: readonly unknown[]) => string {
  let first: readonly unknown[] = [];
  let length = 0;
  let text = named(first, String);
  return (values) => {
    if (values.length !== length || first.some((value, index) => value !== values[index])) {
      first = values.slice(0, mostNamed);
      length = values.length;
      text = named(values, String);
    }
    return text;
  };
}
