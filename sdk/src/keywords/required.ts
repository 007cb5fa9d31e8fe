import { BROKEN, HOLDS } from "../context/judgement.ts";
import type { Keyword } from "./keyword.ts";

/** `required: true`: the field has a value. A text of spaces is no value. */
export const required: Keyword = {
  name: "required",
  summary: "The field must have a value; spaces alone are none.",
  schema: { const: true },
  on: ["text", "id", "money", "date", "dateTime", "boolean", "integer", "choice", "list"],
  message: "{label} is missing.",
  words: [],
  whenAbsent: "broken",
  emit: () => "",
  compile: (settings) =>
    settings.required === undefined
      ? undefined
      : {
          subject: "value",
          whenAbsent: BROKEN,
          allHold: () => true,
          test: () => HOLDS,
          expected: () => "a value",
          words: () => ({}),
          fixes: () => [],
        },
};
