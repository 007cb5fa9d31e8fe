import { BROKEN, HOLDS } from "../context/judgement.ts";
import { nearestWord } from "../context/suggest.ts";
import { writeFix } from "./fix.ts";
import type { Keyword } from "./keyword.ts";
import { either, show } from "./show.ts";

/** `oneOf: [Approved, Complete]`: the value is one of these. */
export const oneOf: Keyword = {
  name: "oneOf",
  summary: "The value must be one of these.",
  schema: { type: "array", items: { type: "string" }, minItems: 1, uniqueItems: true },
  on: ["text", "choice", "id"],
  message: "{label} is {value}; allowed are {allowed}.",
  words: ["allowed"],
  compile: ({ oneOf: allowed }, { fields: [field] }) => {
    if (allowed === undefined) return undefined;
    const known = new Set<unknown>(allowed);
    return {
      subject: "value",
      whenAbsent: BROKEN,
      test: (value) => (known.has(value) ? HOLDS : BROKEN),
      expected: () => either(allowed),
      words: () => ({ allowed: either(allowed.map((value) => show(value, field))) }),
      fixes: ({ field: { label, place }, value, path }) => {
        if (place !== "document" || typeof value !== "string") return [];
        const near = nearestWord(value, allowed);
        if (near === undefined) return [];
        const sameLetters = near.toLowerCase() === value.trim().toLowerCase();
        return [writeFix(`Write ${label} as "${near}"`, sameLetters ? "safe" : "choice", path, near, true)];
      },
    };
  },
};
