import { BROKEN, DOES_NOT_APPLY, HOLDS } from "../context/judgement.ts";
import { firstCharacters, isLongerThan, textLength } from "../context/text-length.ts";
import { pickFixes, setFix } from "./fix.ts";
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
  boundaries: ({ maxLength: limit }) => (limit === undefined ? [] : [{ kind: "length", at: limit + 1 }]),
  compile: ({ maxLength: limit }) =>
    limit === undefined
      ? undefined
      : {
          subject: "value",
          allHold: ({ longest }) => longest <= limit,
          whenAbsent: DOES_NOT_APPLY,
          test: (value) => (isLongerThan(typeof value === "string" ? value : String(value), limit) ? BROKEN : HOLDS),
          expected: `at most ${limit} characters`,
          words: { length: ({ value }) => textLength(String(value)), maxLength: limit },
          fixes: (place) => {
            const { field, value, facts, item } = place;
            const listed = field.listed?.(facts) ?? [];
            const picks = pickFixes(
              place,
              listed.filter((each) => !isLongerThan(String(each), limit)),
            );
            // A shorter id would be that of something else.
            if (!field.isWritable(facts, item) || field.type === "id") return picks;
            const short = firstCharacters(String(value), limit);
            return [setFix(`Shorten ${field.label} to ${show(short)}`, "choice", place, short), ...picks];
          },
          isLate: ({ listed }) => listed !== undefined,
        },
};
