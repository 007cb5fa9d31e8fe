import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents } from "../context/decimal.ts";
import { addUpTo, areDistinct, areDistinctOrSame, areSame, type Column, type ReadColumn } from "./column.ts";

/** A column as the quick way fills it: of more room than lines, with what an earlier check left behind the last. */
function column(...values: readonly (string | number | boolean | undefined)[]): Column {
  return {
    values: [...values, "left over", "left over"],
    length: values.length,
  };
}

/** Amounts, some of which may be missing, with their sum as whole cents tell it. */
function amounts(...values: readonly (string | undefined)[]): ReadColumn {
  let sum = 0;
  for (const value of values) {
    sum += value === undefined ? 0 : cents(value);
    if (!Number.isSafeInteger(sum)) sum = Number.NaN;
  }
  const absent = values.filter((value) => value === undefined).length;
  return { ...column(...values), absent, longest: 0, sum };
}

function repeated(times: number, amount: string): readonly string[] {
  return Array.from({ length: times }, () => amount);
}

/** Enough lines that differ, for the way of long lists to be taken. */
const many = Array.from({ length: 25 }, (_, index) => `line ${index}`);

describe("no two lines are the same", () => {
  test.each<[string, Column[], boolean]>([
    ["no line", [column()], true],
    ["one", [column("a")], true],
    ["two that differ", [column("a", "b")], true],
    ["two that differ in case", [column("ab", "aB")], true],
    ["two that are the same", [column("ab", "ab")], false],
    ["of one letter", [column("S", "S")], false],
    ["of one letter, far apart", [column("S", "M", "L", "S")], false],
    ["ids", [column(7, 8, 7)], false],
    ["an id as number and as text", [column(7, "7")], false],
    ["spaces at the end", [column("ab", "ab ")], false],
    ["spaces in front", [column(" ab", "ab")], false],
    ["a hard space at the end", [column("ab\u00a0", "ab")], false],
    ["spaces inside count", [column("a b", "ab")], true],
    ["zero and minus zero are one id", [column(0, -0)], false],
    ["two without a value", [column(undefined, undefined, "a")], true],
    ["a number like a missing value's stand-in", [column(-1, undefined, -1)], false],
    ["long lists", [column(...many, "line 3")], false],
    ["long lists of one letter", [column(...many, "S", "S")], false],
    ["long lists, all of their own", [column(...many)], true],
    ["long lists, ids as number and text", [column(...many, 7, "7")], false],
    ["long lists, spaces", [column(...many, "line 3 ")], false],
    ["long lists without values", [column(...many, undefined, undefined)], true],
  ])("%s", (_name, columns, expected) => expect(areDistinct(columns)).toBe(expected));

  test("with several columns the combination counts", () => {
    expect(areDistinct([column("a", "a"), column("x", "y")])).toBe(true);
    expect(areDistinct([column("a", "a"), column("x", "x ")])).toBe(false);
    expect(areDistinct([column("a", "a"), column(7, "7")])).toBe(false);
    expect(areDistinct([column("a", "b"), column("x", "x")])).toBe(true);
  });

  test("a line that lacks one of the values takes no part", () => {
    expect(areDistinct([column("a", "a"), column(undefined, undefined)])).toBe(true);
    expect(areDistinct([column(undefined, undefined), column("x", "x")])).toBe(true);
    expect(areDistinct([column(...many, "a", "a"), column(...many, undefined, undefined)])).toBe(true);
    expect(areDistinct([column(...many, undefined, undefined), column(...many, "a", "a")])).toBe(true);
  });

  const value = fc.constantFrom("S", "7", 7, "ab", "ab ", " ab", "b", "\u0000", "\u0001", "é", "😀", 70, undefined);

  test("it never misses two that are the same", () => {
    type Line = readonly [string | number | undefined, string | number | undefined];
    const line: fc.Arbitrary<Line> = fc.tuple(value, value);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), fc.boolean(), (some, isLong) => {
        const all: readonly Line[] = isLong ? [...many.map((each): Line => [each, "x"]), ...some] : some;
        const keys = all
          .filter((parts) => !parts.includes(undefined))
          .map((parts) => parts.map((part) => String(part).trim()));
        const isRepeated = new Set(keys.map((each) => JSON.stringify(each))).size < keys.length;
        const columns = [column(...all.map(([first]) => first)), column(...all.map(([, second]) => second))];
        if (isRepeated) expect(areDistinct(columns)).toBe(false);
      }),
    );
  });
});

describe("all lines have the same value", () => {
  test.each<[string, Column, boolean]>([
    ["no line", column(), true],
    ["one", column("a"), true],
    ["all the same", column("a", "a", "a"), true],
    ["the last differs", column("a", "a", "b"), false],
    ["lines without a value take no part", column(undefined, "a", undefined, "a"), true],
    ["none has one", column(undefined, undefined), true],
    ["an id written otherwise is left to the full way", column(7, "7"), false],
    ["spaces at the end are left to the full way", column("a", "a "), false],
  ])("%s", (_name, each, expected) => expect(areSame(each)).toBe(expected));
});

describe("a value of its own on each line, or the same on all", () => {
  test.each<[string, Column, boolean]>([
    ["own ones", column("a", "b", "c"), true],
    ["all the same", column("a", "a", "a"), true],
    ["some the same", column("a", "a", "b"), false],
    ["some the same, of one letter or digit", column(7, 8, 7), false],
    ["two lines can't break it", column("S", "S"), true],
    ["nor lines without a value", column("a", undefined, "a"), true],
  ])("%s", (_name, each, expected) => expect(areDistinctOrSame([each])).toBe(expected));

  test("so in each of several columns, not in their combination", () => {
    expect(areDistinctOrSame([column("a", "b", "c"), column(1, 1, 1)])).toBe(true);
    expect(areDistinctOrSame([column("a", "a", "b"), column(1, 2, 3)])).toBe(false);
    expect(areDistinctOrSame([column(1, 2, 3), column("a", "a", "b")])).toBe(false);
  });
});

describe("columns add up to a total", () => {
  test.each<[string, unknown, ReadColumn[], boolean]>([
    ["exactly", "3.50", [amounts("1.00", "2.50")], true],
    ["over several columns", "3.50", [amounts("1.00"), amounts("2.50")], true],
    ["with amounts below zero", "-1.50", [amounts("1.00", "-2.50")], true],
    ["written in other ways", "3.5", [amounts("1", "2.50")], true],
    ["not", "3.51", [amounts("1.00", "2.50")], false],
    ["a line without an amount counts as nothing", "1.00", [amounts("1.00", undefined)], true],
    ["lines without any", "0.00", [amounts(undefined)], true],
    ["lines without any, and a total", "1.00", [amounts(undefined)], false],
    ["no lines at all: nothing to compare", "1.00", [amounts(), amounts()], true],
    ["minus nothing", "-0.00", [amounts("0.00")], true],
    ["three decimals are left to the full way", "1.001", [amounts("1.001")], false],
    ["an exponent", "1000.00", [amounts("1e3")], false],
    ["no amount", "1.00", [amounts("1.00", "x")], false],
    ["a total that is none", "x", [amounts("1.00")], false],
    ["a total of another type", 1, [amounts("1.00")], false],
    [
      "more than numbers tell exactly",
      "90071992547409.93",
      [amounts("9007199254740.93", ...repeated(9, "9007199254741.00"))],
      false,
    ],
    [
      "so too on the way there and back",
      "0.00",
      [amounts(...repeated(10, "9999999999999.99"), ...repeated(10, "-9999999999999.99"))],
      false,
    ],
  ])("%s", (_name, total, columns, expected) => expect(addUpTo(total, columns)).toBe(expected));
});
