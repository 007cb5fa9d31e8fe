import { BROKEN, DOES_NOT_APPLY, HOLDS } from "../context/judgement.ts";
import { textLength } from "../context/text-length.ts";
import type { Keyword } from "./keyword.ts";

/** `minLength: 3`: at least three characters, counted as `maxLength` counts them. */
export const minLength: Keyword = {
  name: "minLength",
  summary: "At least this many characters (Unicode code points, spaces at either end left out).",
  schema: { type: "integer", minimum: 1 },
  on: ["text", "choice", "id"],
  message: "{label} {value} has {characters}; at least {minLength} are needed.",
  words: ["length", "characters", "minLength"],
  boundaries: ({ minLength: at }) => (at === undefined ? [] : [{ kind: "length", at }]),
  compile: ({ minLength: limit }) =>
    limit === undefined
      ? undefined
      : {
          subject: "value",
          whenAbsent: DOES_NOT_APPLY,
          test: (value) => (textLength(String(value)) < limit ? BROKEN : HOLDS),
          expected: `at least ${limit} characters`,
          words: {
            length: ({ value }) => textLength(String(value)),
            characters: ({ value }) => {
              const length = textLength(String(value));
              return length === 1 ? "1 character" : `${length} characters`;
            },
            minLength: limit,
          },
          fixes: () => [],
        },
};
