import { BROKEN, HOLDS } from "../context/judgement.ts";
import type { Keyword } from "./keyword.ts";

/** `minItems: 1`: the list has at least one item; a missing list has none. */
export const minItems: Keyword = {
  name: "minItems",
  summary: "The list must have at least this many items.",
  schema: { type: "integer", minimum: 1 },
  on: ["list"],
  message: "{label} has {count} entries; at least {minItems} needed.",
  words: ["count", "minItems"],
  boundaries: ({ minItems: at }) => (at === undefined ? [] : [{ kind: "count", at }]),
  compile: ({ minItems: limit }) =>
    limit === undefined
      ? undefined
      : {
          subject: "value",
          whenAbsent: BROKEN,
          test: (value) => (Array.isArray(value) && value.length >= limit ? HOLDS : BROKEN),
          expected: `at least ${limit}`,
          words: { count: ({ value }) => (Array.isArray(value) ? value.length : 0), minItems: limit },
          fixes: () => [],
        },
};
