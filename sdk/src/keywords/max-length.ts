import { BROKEN, DOES_NOT_APPLY, HOLDS } from "../context/judgement.ts";
import { firstCharacters, isLongerThan, textLength } from "../context/text-length.ts";
import { writeFix } from "./fix.ts";
import type { Keyword } from "./keyword.ts";
import { show } from "./show.ts";

/** `maxLength: 10`: at most ten characters, counted as Unicode code points with spaces at either end left out. */
export const maxLength: Keyword = {
  name: "maxLength",
  summary: "At most this many characters (Unicode code points, spaces at either end left out).",
  schema: { type: "integer", minimum: 1 },
  on: ["text", "choice", "id"],
  message: "{label} {value} has {length} characters; at most {maxLength} are allowed.",
  words: ["length", "maxLength"],
  compile: ({ maxLength: limit }) =>
    limit === undefined
      ? undefined
      : {
          subject: "value",
          whenAbsent: DOES_NOT_APPLY,
          test: (value) => (typeof value === "string" && isLongerThan(value, limit) ? BROKEN : HOLDS),
          expected: () => `at most ${limit} characters`,
          words: (value) => ({ length: textLength(String(value)), maxLength: limit }),
          fixes: ({ field, value, path, facts, item }) => {
            if (field.place !== "document" || !ownsValue(field.read(facts, item), value)) return [];
            const short = firstCharacters(String(value), limit);
            return [writeFix(`Shorten ${field.label} to ${show(short)}`, "choice", path, short, true)];
          },
        },
};

function ownsValue(read: unknown, value: unknown): boolean {
  return read === value;
}
