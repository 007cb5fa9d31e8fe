import { isBefore, isDate } from "../context/calendar.ts";
import { type Facts, isAbsent, NOT_GIVEN } from "../context/facts.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, UNKNOWN } from "../context/judgement.ts";
import type { Keyword } from "./keyword.ts";
import { show } from "./show.ts";

/** `notBefore: date` or `notBefore: 2020-01-01`: the date is no earlier than that of another field, or than a day. */
export const notBefore: Keyword = {
  name: "notBefore",
  summary: "The date must be no earlier than another date field, or than a day written as YYYY-MM-DD.",
  schema: { type: "string" },
  on: ["date", "dateTime"],
  message: "{label} {value} is before {limit}.",
  words: ["limit"],
  mentions: ({ notBefore: limit }) =>
    limit === undefined || isDay(limit) ? [] : [{ field: limit, path: "/notBefore" }],
  complaint: ({ notBefore: limit }) =>
    limit !== undefined && isDay(limit) && !isDate(limit) ? `${limit} is not a day that exists` : undefined,
  boundaries: ({ notBefore: limit }, target) => {
    if (limit === undefined) return [];
    return [isDay(limit) ? { kind: "day", at: limit } : { kind: "order", as: target.field(limit) }];
  },
  compile: ({ notBefore: limit }, target) => {
    if (limit === undefined) return undefined;
    const other = isDay(limit) ? undefined : target.field(limit);
    const read = (facts: Facts, item: unknown): unknown => (other === undefined ? limit : other.read(facts, item));
    return {
      subject: "value",
      whenAbsent: DOES_NOT_APPLY,
      test: (value, facts, item) => {
        const earliest = read(facts, item);
        if (earliest === NOT_GIVEN) return UNKNOWN;
        if (isAbsent(earliest)) return DOES_NOT_APPLY;
        const before = isBefore(String(value), String(earliest));
        // The value is known to be a date, so that it is the other one that is none.
        return before === undefined ? UNKNOWN : before ? BROKEN : HOLDS;
      },
      expected: (facts, item) => `${String(read(facts, item))} or later`,
      words: {
        limit: other === undefined ? limit : ({ facts, item }) => `${other.label} ${show(read(facts, item))}`,
      },
      missing: (facts, item) => (other?.read(facts, item) === NOT_GIVEN ? [other.missing(facts, item)] : []),
      fixes: () => [],
    };
  },
};

function isDay(text: string): boolean {
  return /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text);
}
