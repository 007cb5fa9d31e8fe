import { NOT_GIVEN } from "../context/facts.ts";
import { BROKEN, HOLDS, UNKNOWN } from "../context/judgement.ts";
import type { Keyword } from "./keyword.ts";

/** `is: on`: a toggle stands there. */
export const is: Keyword = {
  name: "is",
  summary: "The feature must be switched on, or off.",
  schema: { enum: ["on", "off"] },
  on: ["feature"],
  message: "{feature} is {value}; it must be {expected}.",
  words: ["expected"],
  boundaries: () => [],
  compile: ({ is: wanted }, { feature }) => {
    if (wanted === undefined || feature === undefined) return undefined;
    return {
      subject: "feature",
      test: (facts) => {
        const position = feature.read(facts);
        if (position === NOT_GIVEN) return UNKNOWN;
        return position === wanted ? HOLDS : BROKEN;
      },
      expected: wanted,
      missing: (facts) => [feature.missing(facts)],
      position: (facts) => String(feature.read(facts)),
      words: { expected: wanted },
    };
  },
};
