import { describe, expect, test } from "vitest";
import { sumsFor } from "./sums.ts";

function sums(...decimals: readonly number[]) {
  const boundaries = decimals.map((most) => ({ kind: "decimals", most }) as const);
  return sumsFor({ types: new Set(["money"]), boundaries, choices: [], copies: 1 });
}

/** Amounts are told here as whole numbers of the smallest unit: so many digits after the point. */
const scale = 4;

function classOf(units: number, decimals: readonly number[]): number {
  const digits = [0, 1, 2, 3, 4].find((each) => units % 10 ** (scale - each) === 0) ?? scale;
  return decimals.filter((most) => digits > most).length;
}

/** Every way in which amounts of some classes add up to one of a class, as a text. */
function ways(amounts: readonly number[], decimals: readonly number[], count: number): Set<string> {
  const found = new Set<string>();
  const go = (left: number, from: number, sum: number, classes: readonly number[]): void => {
    if (left === 0) {
      found.add(`${classes.toSorted()} → ${classOf(sum, decimals)}`);
      return;
    }
    for (let at = from; at < amounts.length; at++) {
      const amount = amounts[at] ?? 0;
      go(left - 1, at, sum + amount, [...classes, classOf(amount, decimals)]);
    }
  };
  go(count, 0, 0, []);
  return found;
}

describe("whatever amounts add up to, amounts of the same classes add up to one of the same class", () => {
  test.each([[[2]], [[2, 3]], [[1, 3]], [[1, 2]]])("digits %j", (decimals) => {
    const { values, parts, gap } = sums(...decimals);
    expect(gap).toBeUndefined();
    const units = values.filter((text) => text !== "n/a").map((text) => Math.round(Number(text) * 10 ** scale));
    const own = units.slice(0, parts - 1);
    const all = Array.from({ length: 106 }, (_, index) => index).concat([200, 500, 1000, 5000, 10_000]);
    for (const count of [1, 2, 3]) {
      const possible = ways(all, decimals, count);
      const made = ways(own, decimals, count);
      expect([...possible].filter((way) => !made.has(way))).toEqual([]);
      // What they add up to is there as a total.
      if (count === 2) for (const a of own) for (const b of own) expect(units).toContain(a + b);
    }
  });
});

test("a total that is not the sum is there, of each class", () => {
  const { values } = sums(2);
  const units = values.filter((text) => text !== "n/a").map((text) => Math.round(Number(text) * 10 ** scale));
  for (const kind of [0, 1]) expect(units.filter((each) => classOf(each, [2]) === kind).length).toBeGreaterThan(1);
});

test("amounts that are limited, too, or split in many ways, can't be told for sure", () => {
  const limit = { kind: "number", at: { units: 5n, scale: 0 } } as const;
  const limited = sumsFor({ types: new Set(["money"]), boundaries: [limit], choices: [], copies: 1 });
  for (const { gap } of [limited, sums(1, 2, 3)]) expect(gap).toBe("it is added up, and more is asked of it");
});
