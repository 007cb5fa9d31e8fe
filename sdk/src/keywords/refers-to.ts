import { type Facts, isAbsent, NOT_GIVEN } from "../context/facts.ts";
import { type Field, sameId } from "../context/field.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, type Judgement, UNKNOWN } from "../context/judgement.ts";
import { isList } from "../document/value.ts";
import { removeFix, writeFix } from "./fix.ts";
import type { Keyword } from "./keyword.ts";
import { either, show } from "./show.ts";

const mostOffered = 5;

/** `refersTo: contractLines`: the value is one of another list's values, such as the ids of the contract's lines. */
export const refersTo: Keyword = {
  name: "refersTo",
  summary: "The value must be one of the values of this field of a list, such as the prime contract's line ids.",
  schema: { type: "string" },
  on: ["id", "text"],
  message: "{label} {value} is none of the {target}.",
  words: ["target", "known"],
  mentions: ({ refersTo: name }) => (name === undefined ? [] : [{ field: name, path: "/refersTo" }]),
  compile: ({ refersTo: name }, target) => {
    if (name === undefined) return undefined;
    const other = target.field(name);
    return {
      subject: "value",
      whenAbsent: DOES_NOT_APPLY,
      test: (value, facts) => lookUp(other, value, facts),
      expected: (facts) => either(knownValues(other, facts).map(String)),
      words: (_value, facts) => ({
        target: other.label,
        known: either(knownValues(other, facts).map((value) => show(value))) || "none",
      }),
      missing: (facts) => [other.missing(facts, undefined)],
      fixes: ({ field, path, facts }) => {
        if (field.place !== "document") return [];
        const offered = knownValues(other, facts).slice(0, mostOffered);
        return [
          ...offered.map((value) => writeFix(`Use ${show(value)} as ${field.label}`, "choice", path, value, true)),
          removeFix(`Remove ${field.label}`, "choice", path),
        ];
      },
    };
  },
};

function lookUp(other: Field, value: unknown, facts: Facts): Judgement {
  const items = other.items(facts);
  if (items === NOT_GIVEN) return UNKNOWN;
  if (!isList(items)) return BROKEN;
  let open = false;
  for (const item of items) {
    const known = other.read(facts, item);
    if (sameId(known, value)) return HOLDS;
    open ||= known === NOT_GIVEN;
  }
  return open ? UNKNOWN : BROKEN;
}

function knownValues(other: Field, facts: Facts): readonly unknown[] {
  const items = other.items(facts);
  if (!isList(items)) return [];
  return items.map((item) => other.read(facts, item)).filter((value) => value !== NOT_GIVEN && !isAbsent(value));
}
