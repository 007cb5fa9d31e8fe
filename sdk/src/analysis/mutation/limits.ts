import { isDate } from "../../context/calendar.ts";
import { formatDecimal, parseDecimal } from "../../context/decimal.ts";
import type { CheckKeywords } from "../../generated/types.ts";
import { compilePattern } from "../../keywords/pattern-matcher.ts";
import { type Change, replaced, told } from "./mutant.ts";

/** Settings that count something, and the least and most that can be written. */
const counts = [
  { name: "maxLength", least: 1, most: Number.MAX_SAFE_INTEGER },
  { name: "minLength", least: 1, most: Number.MAX_SAFE_INTEGER },
  { name: "minItems", least: 1, most: Number.MAX_SAFE_INTEGER },
  { name: "maxDecimals", least: 0, most: 10 },
] as const;

const numbers = ["minimum", "maximum"] as const;

/** The smallest amount of money, in digits after the point. */
const centDigits = 2;

/**
 * Limits that are off by one: one character, line or digit, one cent or whole number, one day, one repeat of a pattern.
 * @param isWhole whether the field they are asked of holds whole numbers
 */
export function limitsOffByOne(settings: CheckKeywords, path: string, isWhole: boolean): readonly Change[] {
  const { notBefore: day, pattern } = settings;
  return [
    ...counts.flatMap(({ name, least, most }) => {
      const limit = settings[name];
      if (limit === undefined) return [];
      const others = [limit - 1, limit + 1].filter((other) => other >= least && other <= most);
      return others.map((other) => offBy(path, name, limit, other));
    }),
    ...numbers.flatMap((name) => {
      const limit = settings[name];
      return limit === undefined ? [] : nextNumbers(limit, isWhole).map((other) => offBy(path, name, limit, other));
    }),
    ...(day === undefined || !isDate(day) ? [] : nextDays(day).map((other) => offBy(path, "notBefore", day, other))),
    ...(pattern === undefined ? [] : nextPatterns(pattern).map((other) => offBy(path, "pattern", pattern, other))),
  ];
}

function offBy(path: string, name: string, limit: unknown, other: unknown): Change {
  return replaced("limit", `${path}/${name}`, `${name} is ${told(other)} instead of ${told(limit)}`, other);
}

function nextNumbers(limit: number | string, isWhole: boolean): readonly (number | string)[] {
  const value = parseDecimal(String(limit));
  if (value === undefined) return [];
  const digits = isWhole ? 0 : Math.max(centDigits, value.scale);
  const units = value.units * 10n ** BigInt(digits - value.scale);
  return [units - 1n, units + 1n].map((other) => {
    const text = formatDecimal({ units: other, scale: digits });
    return typeof limit === "number" && isWhole ? Number(text) : text;
  });
}

/** The day before and the day after, as far as the calendar goes. */
function nextDays(day: string): readonly string[] {
  return [-1, 1].map((days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)).filter(isDate);
}

/** A repeat such as `{2,5}`, or the escaped character or class before which braces are no repeat. */
const repeats = /\\.|\[(?:\\.|[^\]])*\]|\{([0-9]+)(?:(,)([0-9]*))?\}/gs;

/** Patterns in which one number of one repeat is one more or one less. */
function nextPatterns(pattern: string): readonly string[] {
  return [...pattern.matchAll(repeats)].flatMap(({ 0: whole, 1: least, 2: comma, 3: most, index }) => {
    if (least === undefined) return [];
    const [low, high] = [Number(least), most === undefined || most === "" ? undefined : Number(most)];
    const others =
      comma === undefined
        ? [low - 1, low + 1].map((each) => (each < 1 ? "" : `{${each}}`))
        : [
            ...[low - 1, low + 1].map((each) => (each < 0 || each > (high ?? each) ? "" : `{${each},${most}}`)),
            ...(high === undefined
              ? []
              : [high - 1, high + 1].map((each) => (each < low || each < 1 ? "" : `{${least},${each}}`))),
          ];
    return others
      .filter((other) => other !== "")
      .map((other) => pattern.slice(0, index) + other + pattern.slice(index + whole.length))
      .filter((other) => !("problem" in compilePattern(other)));
  });
}
