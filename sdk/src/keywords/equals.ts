import { type Facts, isAbsent, NOT_GIVEN } from "../context/facts.ts";
import type { Field } from "../context/field.ts";
import { sameId } from "../context/ids.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, type Judgement, UNKNOWN } from "../context/judgement.ts";
import { isSameWord } from "../context/suggest.ts";
import type { CheckKeywords, Fix } from "../generated/types.ts";
import { setFix } from "./fix.ts";
import type { Keyword, Place, ValueCheck } from "./keyword.ts";
import { show, showWanted } from "./show.ts";

/** `equals: approved` or `equals: { field: contractId }`: the value is this one, or that of another field. */
export const equals: Keyword = {
  name: "equals",
  summary: "The value must be exactly this one, or equal to another field.",
  schema: {
    anyOf: [
      { type: ["string", "number", "boolean"] },
      { type: "object", additionalProperties: false, required: ["field"], properties: { field: { type: "string" } } },
    ],
  },
  on: ["text", "id", "date", "dateTime", "boolean", "integer", "choice"],
  message: "{label} is {value}; it must be {expected}.",
  words: ["expected"],
  mentions: (settings) => {
    const other = otherField(settings);
    return other === undefined ? [] : [{ field: other, path: "/equals/field" }];
  },
  boundaries: ({ equals: wanted }, target) => {
    if (wanted === undefined) return [];
    if (typeof wanted === "object") return [{ kind: "same", as: target.field(wanted.field) }];
    return [{ kind: "words", words: [wanted] }];
  },
  compile: (settings, target) => {
    const { equals: wanted } = settings;
    if (wanted === undefined) return undefined;
    if (typeof wanted === "object") return sameAs(target.field(wanted.field));
    const [field] = target.fields;
    const mayBeId = target.fields.some(({ type }) => type === "id");
    return {
      subject: "value",
      whenAbsent: BROKEN,
      test: (value) => (value === wanted || (mayBeId && sameId(value, wanted)) ? HOLDS : BROKEN),
      expected: String(wanted),
      words: { expected: ({ value }) => showWanted(wanted, value, field) },
      fixes: (place) => fixes(place, wanted),
    };
  },
};

function otherField({ equals: wanted }: CheckKeywords): string | undefined {
  return typeof wanted === "object" ? wanted.field : undefined;
}

function sameAs(other: Field): ValueCheck {
  const test = (value: unknown, facts: Facts, item: unknown): Judgement => {
    const wanted = other.read(facts, item);
    if (wanted === NOT_GIVEN) return UNKNOWN;
    if (isAbsent(wanted)) return DOES_NOT_APPLY;
    if (!other.is(wanted)) return UNKNOWN;
    return sameId(value, wanted) ? HOLDS : BROKEN;
  };
  return {
    subject: "value",
    whenAbsent: DOES_NOT_APPLY,
    test,
    expected: (facts, item) => String(other.read(facts, item)),
    words: { expected: ({ facts, item }) => show(other.read(facts, item), other) },
    missing: (facts, item) => (other.read(facts, item) === NOT_GIVEN ? [other.missing(facts, item)] : []),
    fixes: (place) => {
      const { field, facts, item } = place;
      if (!field.isWritable(facts, item)) return [];
      const wanted = other.read(facts, item);
      return [setFix(`Set ${field.label} to ${show(wanted, other)}`, "choice", place, wanted)];
    },
  };
}

/**
 * A value that differs only in case and spaces, or for a choice in hyphens too, is mended at once. Any other needs a
 * person, for a status one who may approve: "disapproved" is near "approved".
 */
function fixes(place: Place, wanted: string | number | boolean): readonly Fix[] {
  const { field, value, facts, item } = place;
  if (!field.isWritable(facts, item)) return [];
  if (typeof value === "string" && typeof wanted === "string" && isSpelling(field, value, wanted)) {
    return [setFix(`Write ${field.label} as "${wanted}"`, "safe", place, wanted)];
  }
  const title = `Set ${field.label} to ${show(wanted, field)}`;
  return [setFix(title, isOnItsWay(field, value) ? "status" : "choice", place, wanted)];
}

/** Whether a status is one that the right event may still change: known, and not chosen by a person for good. */
function isOnItsWay({ settled, choices }: Field, value: unknown): boolean {
  return (
    settled !== undefined && typeof value === "string" && Object.hasOwn(choices, value) && !settled.includes(value)
  );
}

function isSpelling(field: Field, value: string, wanted: string): boolean {
  if (Object.hasOwn(field.choices, value)) return false;
  return field.type === "choice"
    ? isSameWord(value, wanted)
    : value.trim().toLowerCase() === wanted.trim().toLowerCase();
}
