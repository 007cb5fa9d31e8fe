import type { Field } from "../context/field.ts";
import { BROKEN, HOLDS } from "../context/judgement.ts";
import { isSameWord, nearestWord } from "../context/suggest.ts";
import { setFix } from "./fix.ts";
import type { Keyword } from "./keyword.ts";
import { either, isMisspelt, show } from "./show.ts";

/** `oneOf: [Approved, Complete]`: the value is one of these. */
export const oneOf: Keyword = {
  name: "oneOf",
  summary: "The value must be one of these.",
  schema: { type: "array", items: { type: "string" }, minItems: 1, uniqueItems: true },
  on: ["text", "choice", "id"],
  message: "{label} is {value}; allowed are {allowed}.",
  words: ["allowed"],
  boundaries: ({ oneOf: words }) => (words === undefined ? [] : [{ kind: "words", words }]),
  compile: ({ oneOf: allowed }, { fields }) => {
    if (allowed === undefined) return undefined;
    const [field] = fields;
    // An id may be written as a number where the rule has a text; fields of other types are never numbers here.
    const known = new Set<unknown>(fields.some(({ type }) => type === "id") ? allowed.flatMap(asIds) : allowed);
    const [written, named] = [
      either(allowed.map((each) => show(each))),
      either(allowed.map((each) => show(each, field))),
    ];
    return {
      subject: "value",
      whenAbsent: BROKEN,
      test: (value) => (known.has(value) ? HOLDS : BROKEN),
      expected: either(allowed),
      words: { allowed: ({ value }) => (isMisspelt(value, field) ? written : named) },
      isLate: () => true,
      fixes: (place) => {
        const { field, value, facts, item } = place;
        if (!field.isWritable(facts, item) || typeof value !== "string") return [];
        const near = calledSo(value, allowed, field) ?? nearestWord(value, allowed);
        if (near === undefined) return [];
        const sameLetters = near.trim().toLowerCase() === value.trim().toLowerCase();
        return [setFix(`Write ${field.label} as "${near}"`, sameLetters ? "safe" : "choice", place, near)];
      },
    };
  },
};

/** The choice that people know by this name: `pending` is shown as "Pending - In Review". */
function calledSo(name: string, allowed: readonly string[], { choices }: Field): string | undefined {
  return allowed.find((each) => {
    const label = Object.hasOwn(choices, each) ? choices[each] : undefined;
    return label !== undefined && isSameWord(label, name);
  });
}

function asIds(word: string): readonly (string | number)[] {
  return String(Number(word)) === word ? [word, Number(word)] : [word];
}
