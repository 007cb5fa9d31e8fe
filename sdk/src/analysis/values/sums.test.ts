import { expect, test } from "vitest";
import { addDecimals, formatDecimal, parseDecimal } from "../../context/decimal.ts";
import { sumsFor } from "./sums.ts";

const cents = { kind: "decimals", most: 2 } as const;

function isRough(text: string): boolean {
  return (text.split(".")[1] ?? "").replace(/0+$/, "").length > 2;
}

function sum(texts: readonly string[]): string {
  const zero = { units: 0n, scale: 0 };
  return formatDecimal(texts.reduce((total, text) => addDecimals(total, parseDecimal(text) ?? zero), zero));
}

test("amounts of too many digits add up to one of as many as are allowed, and to one of more; both are there", () => {
  const { values, gap } = sumsFor({ types: new Set(["money"]), boundaries: [cents], choices: [], copies: 1 });
  expect(gap).toBeUndefined();
  const texts = values.map(String);
  const rough = texts.filter(isRough);
  for (const count of [2, 3]) {
    const sums = combinations(rough, count).map(sum);
    for (const kind of [true, false])
      expect(
        texts.some((text) => isRough(text) === kind && sums.includes(text)),
        `${count} ${kind}`,
      ).toBe(true);
  }
});

function combinations(items: readonly string[], size: number): readonly (readonly string[])[] {
  if (size === 0) return [[]];
  return combinations(items, size - 1).flatMap((rest) => items.map((item) => [item, ...rest]));
}

test("amounts that are limited, too, can't be told for sure", () => {
  const limit = { kind: "number", at: { units: 5n, scale: 0 } } as const;
  expect(sumsFor({ types: new Set(["money"]), boundaries: [limit], choices: [], copies: 1 }).gap).toBe(
    "it is added up, and more is asked of it",
  );
});
