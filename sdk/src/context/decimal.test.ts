import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDecimals,
  cents,
  compareDecimals,
  type Decimal,
  formatDecimal,
  isCents,
  isDecimal,
  parseDecimal,
} from "./decimal.ts";

function parsed(text: string): Decimal {
  const decimal = parseDecimal(text);
  if (decimal === undefined) throw new RangeError(`${text} is no decimal`);
  return decimal;
}

const add = (...texts: string[]): string => formatDecimal(texts.map(parsed).reduce(addDecimals));

/** A decimal text, and its value in units of 10^-40 worked out with BigInt alone. */
const digits = (minLength: number) => fc.string({ unit: fc.constantFrom(..."0123456789"), minLength, maxLength: 40 });
const decimal = fc.tuple(fc.constantFrom("", "-", "+"), digits(1), digits(0)).map(([sign, whole, fraction]) => {
  const units = BigInt(whole) * 10n ** 40n + BigInt(fraction.padEnd(40, "0"));
  return { text: `${sign}${whole}${fraction === "" ? "" : `.${fraction}`}`, units: sign === "-" ? -units : units };
});

test.each(["0", "-0", "+1", "007", "8000.00", "0.1", "9".repeat(40), `-${"9".repeat(40)}.${"9".repeat(40)}`])(
  "%s is a decimal",
  (text) => {
    expect(isDecimal(text)).toBe(true);
    expect(parseDecimal(text)).toBeDefined();
  },
);

test.each([
  "",
  " ",
  "1 ",
  "1,0",
  ".1",
  "1.",
  "1.2.3",
  "--1",
  "+-1",
  "1e3",
  "0x1",
  "NaN",
  "Infinity",
  "٣",
  "1\n",
  "9".repeat(41),
  `0.${"9".repeat(41)}`,
])("%j is none", (text) => {
  expect(isDecimal(text)).toBe(false);
  expect(parseDecimal(text)).toBeUndefined();
  expect(cents(text)).toBeNaN();
});

test("adds exactly", () => {
  expect(add("0.1", "0.2")).toBe("0.3");
  expect(add("1.15", "0")).toBe("1.15");
  expect(add("19.99", "19.99", "19.99")).toBe("59.97");
  expect(add("-0.5", "0.5")).toBe("0.0");
  expect(add("9".repeat(40), "1")).toBe(`1${"0".repeat(40)}`);
  expect(add(`0.${"0".repeat(39)}1`, "1")).toBe(`1.${"0".repeat(39)}1`);
});

test("adds and compares as BigInt does", () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      const sum = addDecimals(parsed(a.text), parsed(b.text));
      expect(sum.units * 10n ** BigInt(40 - sum.scale)).toBe(a.units + b.units);
      expect(compareDecimals(parsed(a.text), parsed(b.text))).toBe(a.units < b.units ? -1 : a.units > b.units ? 1 : 0);
    }),
  );
});

test("what is written is read back as the same value", () => {
  fc.assert(
    fc.property(decimal, fc.integer({ min: 0, max: 40 }), ({ text, units }, places) => {
      const written = formatDecimal(parsed(text), places);
      const again = parsed(written);
      expect(again.units * 10n ** BigInt(40 - again.scale)).toBe(units);
      expect(again.scale).toBeGreaterThanOrEqual(places);
      expect(written).toMatch(/^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/);
    }),
  );
});

test.each([
  ["5", 2, "5.00"],
  ["5", 0, "5"],
  ["-0.5", 2, "-0.50"],
  ["-0", 2, "0.00"],
  ["0.001", 2, "0.001"],
  ["0012.10", 0, "12.10"],
  ["+0.07", 1, "0.07"],
])("%s with at least %d places is %s", (text, places, written) =>
  expect(formatDecimal(parsed(text), places)).toBe(written),
);

test.each([
  ["1", "1.00", 0],
  ["-0", "0.0", 0],
  ["-1", "1", -1],
  ["0.1", "0.09", 1],
  ["-0.1", "-0.09", -1],
  ["1.0000000000000001", "1", 1],
])("%s against %s is %d", (a, b, order) => expect(compareDecimals(parsed(a), parsed(b))).toBe(order));

describe("cents", () => {
  test.each([
    ["0", 0],
    ["1", 100],
    ["0.1", 10],
    ["1.15", 115],
    ["19.99", 1999],
    ["-8000.50", -800050],
    ["0000000000001.01", 101],
    ["9999999999999.99", 999999999999999],
  ])("%s is %d", (text, value) => expect([cents(text), isCents(text)]).toEqual([value, true]));

  test.each(["1.151", "10000000000000", "00000000000001", "+1", "", "-", ".", "-.5", "5.", "1.x", "1x", " 1", "1 "])(
    "%j is left to the exact path",
    (text) => expect([cents(text), isCents(text)]).toEqual([Number.NaN, false]),
  );

  test("agrees with exact reading wherever it reads at all", () => {
    const money = fc.tuple(
      fc.constantFrom("", "-", "+"),
      fc.bigInt({ min: 0n, max: 10n ** 15n }),
      fc.constantFrom("", ".", ".5", ".05", ".99", ".999"),
    );
    const text = fc.oneof(
      money.map((parts) => parts.join("")),
      decimal.map((each) => each.text),
      fc.string({ unit: fc.constantFrom(..."0123456789.-+ ,e") }),
    );
    fc.assert(
      fc.property(text, (each) => {
        const value = cents(each);
        if (Number.isNaN(value)) return;
        expect(Number.isSafeInteger(value)).toBe(true);
        expect(compareDecimals(parsed(each), { units: BigInt(value), scale: 2 })).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  test("reads every plain amount of at most 13 digits and two places", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), fc.boolean(), (units, negative) => {
        const text = `${negative ? "-" : ""}${formatDecimal({ units, scale: 2 })}`;
        expect(Math.abs(cents(text))).toBe(Number(units));
      }),
    );
  });
});
