import { isDate, isDateTime } from "../context/calendar.ts";
import { isDecimal } from "../context/decimal.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS } from "../context/judgement.ts";
import type { Keyword } from "./keyword.ts";

const formats = {
  date: { is: isDate, noun: "a day that exists, such as 2025-03-04" },
  dateTime: { is: isDateTime, noun: "a date and time that exist, such as 2025-03-04T15:10:00Z" },
  decimal: { is: isDecimal, noun: "a decimal number such as 8000.00" },
} as const;

/** `format: date`: the text is a day, a date and time, or a decimal number. */
export const format: Keyword = {
  name: "format",
  summary: "The text must be a day (date), a date and time (dateTime) or a decimal number (decimal).",
  schema: { enum: ["date", "dateTime", "decimal"] },
  on: ["text", "money"],
  message: "{label} {value} is not {expected}.",
  words: ["expected"],
  boundaries: (settings) => (settings.format === undefined ? [] : [{ kind: "format" }]),
  compile: ({ format: name }) => {
    if (name === undefined) return undefined;
    const { is, noun } = formats[name];
    return {
      subject: "value",
      whenAbsent: DOES_NOT_APPLY,
      test: (value) => (is(String(value)) ? HOLDS : BROKEN),
      expected: noun,
      words: { expected: noun },
      fixes: () => [],
    };
  },
};
