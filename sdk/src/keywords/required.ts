import { BROKEN, HOLDS } from "../context/judgement.ts";
import type { Fix } from "../generated/types.ts";
import { pickFixes, setFix } from "./fix.ts";
import type { Keyword, Place } from "./keyword.ts";

/** `required: true`: the field has a value. A text of spaces is no value. */
export const required: Keyword = {
  name: "required",
  summary: "The field must have a value; spaces alone are none.",
  schema: { const: true },
  on: ["text", "id", "money", "date", "dateTime", "boolean", "integer", "choice", "list"],
  message: "{label} is missing.",
  words: [],
  boundaries: () => [],
  compile: (settings) =>
    settings.required === undefined
      ? undefined
      : {
          subject: "value",
          whenAbsent: BROKEN,
          allHold: () => true,
          test: () => HOLDS,
          expected: "a value",
          words: {},
          fixes: (place) => [...nowFixes(place), ...pickFixes(place, place.field.listed?.(place.facts) ?? [])],
          isLate: ({ listed }) => listed !== undefined,
        },
};

/** A missing date can be that of the check. Only a person knows whether it is. */
function nowFixes(place: Place): readonly Fix[] {
  const { field, facts } = place;
  if (facts.at === undefined || field.place !== "document") return [];
  const now = field.type === "dateTime" ? facts.at : field.type === "date" ? facts.at.slice(0, 10) : undefined;
  if (now === undefined || !field.is(now)) return [];
  return [setFix(`Set ${field.label} to ${now}, the time of this check`, "choice", place, now)];
}
