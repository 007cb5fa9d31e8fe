import { BROKEN, HOLDS } from "../context/judgement.ts";
import { removeFix } from "./fix.ts";
import type { Keyword } from "./keyword.ts";

/** `absent: true`: the field has no value. */
export const absent: Keyword = {
  name: "absent",
  summary: "The field must have no value.",
  schema: { const: true },
  on: ["text", "id", "money", "date", "dateTime", "boolean", "integer", "choice", "list"],
  message: "{label} must be empty; found {value}.",
  words: [],
  boundaries: () => [],
  compile: (settings) =>
    settings.absent === undefined
      ? undefined
      : {
          subject: "value",
          whenAbsent: HOLDS,
          test: () => BROKEN,
          expected: "no value",
          words: {},
          fixes: ({ field, path, facts, item }) =>
            field.isWritable(facts, item) ? [removeFix(`Remove ${field.label}`, "choice", path)] : [],
        },
};
