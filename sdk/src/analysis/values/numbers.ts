import { compareDecimals, type Decimal, formatDecimal } from "../../context/decimal.ts";
import type { Values } from "./values.ts";

/** What is asked of numbers, taken from all checks that look at them. */
export interface NumberWish {
  /** Numbers below, at and above which a number is judged differently. */
  readonly limits: readonly Decimal[];
  /** Numbers of digits after the point up to which a number is judged differently. */
  readonly decimals: readonly number[];
}

/** Amounts of every class that limits and digits after the point make together, and a text that is no amount. */
export function amountsFor({ limits, decimals }: NumberWish): Values {
  const finest = Math.max(0, ...limits.map(({ scale }) => scale)) + 1;
  const scales = [...new Set([0, ...decimals.flatMap((most) => [most, most + 1]), finest])].sort((a, b) => a - b);
  const sorted = limits.toSorted(compareDecimals);
  const near = sorted.flatMap((limit, index) => [
    limit,
    ...scales.flatMap((scale) => [
      ...(index === 0 ? below(limit, scale) : []),
      ...[1, 2].map((steps) => beside(limit, scale, steps)),
    ]),
  ]);
  const plain = limits.length > 0 ? [] : scales.map((scale) => ({ units: scale === 0 ? 0n : 1n, scale }));
  return { values: [...[...plain, ...near].map((value) => formatDecimal(value)), "n/a"] };
}

/** Whole numbers of every class that limits and single numbers make. */
export function integersFor(limits: readonly Decimal[], words: readonly number[], copies: number): Values {
  const cuts = [...limits.map(({ units, scale }) => Number(units / 10n ** BigInt(scale))), ...words].sort(
    (a, b) => a - b,
  );
  const needed = copies + cuts.length + 1;
  const after = (cut: number): readonly number[] => Array.from({ length: needed }, (_, at) => cut - 1 + at);
  const [first] = cuts;
  const below = first === undefined ? after(1) : Array.from({ length: needed }, (_, at) => first - 2 - at);
  return { values: [...new Set([...cuts.flatMap(after), ...below])].filter(Number.isSafeInteger) };
}

/** The next number below another; and the one after it, when the next is written with fewer digits after the point. */
function below(limit: Decimal, scale: number): readonly Decimal[] {
  const next = beside(limit, scale, -1);
  return scale > 0 && next.units % 10n === 0n ? [next, beside(limit, scale, -2)] : [next];
}

/** A number some steps beside another, on the grid of numbers with so many digits after the point. */
function beside({ units, scale: from }: Decimal, scale: number, steps: number): Decimal {
  const factor = 10n ** BigInt(Math.abs(scale - from));
  const floor = scale >= from ? units * factor : floorDivide(units, factor);
  return { units: floor + BigInt(steps), scale };
}

function floorDivide(a: bigint, b: bigint): bigint {
  return a < 0n && a % b !== 0n ? a / b - 1n : a / b;
}
