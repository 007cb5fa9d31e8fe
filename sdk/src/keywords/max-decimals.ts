import { cents, formatDecimal, parseDecimal } from "../context/decimal.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS } from "../context/judgement.ts";
import { writeFix } from "./fix.ts";
import type { Keyword } from "./keyword.ts";

/** `maxDecimals: 2`: a decimal number with at most two digits after the point; zeros at the end don't count. */
export const maxDecimals: Keyword = {
  name: "maxDecimals",
  summary: "A decimal number with at most this many digits after the point.",
  schema: { type: "integer", minimum: 0, maximum: 10 },
  on: ["money"],
  message: "{label} {value} is not a decimal number with at most {maxDecimals} digits after the point.",
  words: ["maxDecimals"],
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
      expected: () => `a decimal number with at most ${limit} digits after the point`,
      words: () => ({ maxDecimals: limit }),
      fixes: ({ field, value, path }) => {
        const plain = typeof value === "string" ? parseDecimal(value.trim().replaceAll(/[,$]/g, "")) : undefined;
        if (plain === undefined || field.place !== "document") return [];
        const written = formatDecimal(plain, limit);
        return fits(written) ? [writeFix(`Write ${field.label} as "${written}"`, "safe", path, written, true)] : [];
      },
    };
  },
};
