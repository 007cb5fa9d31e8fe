import { BROKEN, DOES_NOT_APPLY, HOLDS } from "../context/judgement.ts";
import type { Keyword } from "./keyword.ts";
import { compilePattern } from "./pattern-matcher.ts";

/** `pattern: "[A-Z]{2}-[0-9]+"`: the whole text looks like this. Only patterns that take time in proportion to the text. */
export const pattern: Keyword = {
  name: "pattern",
  summary: "The whole text must look like this: characters, classes such as [A-Z0-9], and ?, *, + or {2,5} after them.",
  schema: { type: "string", minLength: 1, maxLength: 200 },
  on: ["text", "choice", "id"],
  message: "{label} {value} does not look like {pattern}.",
  words: ["pattern"],
  complaint: ({ pattern: source }) => {
    const compiled = source === undefined ? undefined : compilePattern(source);
    return compiled !== undefined && "problem" in compiled ? compiled.problem : undefined;
  },
  boundaries: ({ pattern: source }) => {
    const compiled = source === undefined ? undefined : compilePattern(source);
    return compiled === undefined || "problem" in compiled ? [] : [{ kind: "pattern", pattern: compiled }];
  },
  compile: ({ pattern: source }) => {
    const compiled = source === undefined ? undefined : compilePattern(source);
    if (source === undefined || compiled === undefined || "problem" in compiled) return undefined;
    return {
      subject: "value",
      whenAbsent: DOES_NOT_APPLY,
      test: (value) => (compiled.matches(String(value)) ? HOLDS : BROKEN),
      expected: `text like ${source}`,
      words: { pattern: source },
      fixes: () => [],
    };
  },
};
