import { cents, formatDecimal, parseDecimal } from "../context/decimal.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS } from "../context/judgement.ts";
import type { ReadColumn } from "./column.ts";
import { setFix } from "./fix.ts";
import type { Keyword } from "./keyword.ts";

/** Thousands set off by commas: `$1,234,567.00`. The decimal comma of `1234,50` is none. */
const grouped = /^([+-]?)\$?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?$/;

/** `1,234` is 1234 to most people here, but one and a bit to others: a person must agree. */
const isOneComma = /^[^,.]*,[^,.]*$/;

/** `maxDecimals: 2`: a decimal number with at most two digits after the point; zeros at the end don't count. */
export const maxDecimals: Keyword = {
  name: "maxDecimals",
  summary: "A decimal number with at most this many digits after the point.",
  schema: { type: "integer", minimum: 0, maximum: 10 },
  on: ["money"],
  message: "{label} {value} is not a decimal number with at most {maxDecimals} digits after the point.",
  words: ["maxDecimals"],
  boundaries: ({ maxDecimals: most }) => (most === undefined ? [] : [{ kind: "decimals", most }]),
  compile: ({ maxDecimals: limit }) => {
    if (limit === undefined) return undefined;
    const fits = (text: string): boolean => {
      if (limit >= 2 && !Number.isNaN(cents(text))) return true;
      const point = text.indexOf(".");
      return parseDecimal(text) !== undefined && (point < 0 || text.replace(/0+$/, "").length - point - 1 <= limit);
    };
    return {
      subject: "value",
      whenAbsent: DOES_NOT_APPLY,
      test: (value) => (fits(String(value)) ? HOLDS : BROKEN),
      ...(limit >= 2 ? { allHold: ({ sum }: ReadColumn) => !Number.isNaN(sum) } : {}),
      expected: `a decimal number with at most ${limit} digits after the point`,
      words: { maxDecimals: limit },
      fixes: (place) => {
        const { field, value, facts, item } = place;
        const plain = typeof value === "string" ? parseDecimal(withoutGrouping(value)) : undefined;
        if (plain === undefined || !field.isWritable(facts, item)) return [];
        const written = formatDecimal(plain, limit);
        if (!fits(written)) return [];
        return [
          setFix(
            `Write ${field.label} as "${written}"`,
            isOneComma.test(String(value)) ? "choice" : "safe",
            place,
            written,
          ),
        ];
      },
    };
  },
};

/** The number without spaces around it, a dollar sign and commas between thousands; as it is when it is no such number. */
function withoutGrouping(text: string): string {
  const [, sign = "", whole, fraction = ""] = grouped.exec(text.trim()) ?? [];
  return whole === undefined ? text : `${sign}${whole.replaceAll(",", "")}${fraction}`;
}
