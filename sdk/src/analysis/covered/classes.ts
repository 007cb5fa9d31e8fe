import { isBefore } from "../../context/calendar.ts";
import { compareDecimals, formatDecimal, parseDecimal } from "../../context/decimal.ts";
import { sameId } from "../../context/ids.ts";
import { textLength } from "../../context/text-length.ts";
import type { CheckKeywords } from "../../generated/types.ts";
import type { Boundary } from "../../keywords/boundary.ts";
import { show } from "../../keywords/show.ts";

/** A class of values that are there and of the field's type. */
export interface Class {
  readonly name: string;
  has(value: unknown): boolean;
}

/**
 * The classes into which a boundary splits values, those next to a limit one by one: below it, just it, and above it.
 * There are none where they are what the rule says: that it holds, or that it is broken.
 * @param keyword the check keyword that draws the boundary
 */
export function classesOf(boundary: Boundary, keyword: keyof CheckKeywords): readonly Class[] {
  switch (boundary.kind) {
    case "words": {
      const isWord = (word: unknown) => (value: unknown) =>
        value === word || (typeof word !== "boolean" && sameId(value, word));
      return [
        ...boundary.words.map((word) => ({ name: show(word), has: isWord(word) })),
        { name: "another value", has: (value) => !boundary.words.some((word) => isWord(word)(value)) },
      ];
    }
    case "length": {
      const limit = keyword === "maxLength" ? boundary.at - 1 : boundary.at;
      return beside(limit, 1).map((length) => ({
        name: `length ${length}`,
        has: (value) => textLength(String(value)) === length,
      }));
    }
    case "count":
      return beside(boundary.at, 0).map((count) => ({
        name: count === 1 ? "1 line" : `${count} lines`,
        has: (value) => Array.isArray(value) && value.length === count,
      }));
    case "decimals":
      return [
        ...beside(boundary.most, 0).map((digits) => ({
          name: digits === 1 ? "1 decimal" : `${digits} decimals`,
          has: (value: unknown) => decimalsOf(value) === digits,
        })),
        { name: "no number", has: (value) => parseDecimal(String(value)) === undefined },
      ];
    case "number":
      return compared(formatDecimal(boundary.at), (value) => {
        const number = parseDecimal(String(value));
        return number === undefined ? undefined : compareDecimals(number, boundary.at);
      });
    case "day":
      return compared(boundary.at, (value) => {
        const day = String(value).slice(0, 10);
        return day === boundary.at ? 0 : isBefore(String(value), boundary.at) ? -1 : 1;
      });
    default:
      return [];
  }
}

/** Digits after the point; zeros at the end count for nothing. */
function decimalsOf(value: unknown): number | undefined {
  const number = parseDecimal(String(value));
  if (number === undefined) return undefined;
  const digits = formatDecimal(number).split(".")[1] ?? "";
  return digits.replace(/0+$/, "").length;
}

/** A limit and its neighbours, as far as they can be. */
function beside(limit: number, least: number): readonly number[] {
  return [limit - 1, limit, limit + 1].filter((each) => each >= least);
}

function compared(limit: string, order: (value: unknown) => number | undefined): readonly Class[] {
  return [
    { name: `below ${limit}`, has: (value) => (order(value) ?? 0) < 0 },
    { name: limit, has: (value) => order(value) === 0 },
    { name: `above ${limit}`, has: (value) => (order(value) ?? 0) > 0 },
  ];
}
