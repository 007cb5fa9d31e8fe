import { addDecimals, type Decimal, formatDecimal, parseDecimal } from "../../context/decimal.ts";
import { amountsFor } from "./numbers.ts";
import type { Values } from "./values.ts";
import type { Wish } from "./values-for.ts";

/** Most amounts that are added up. */
const mostParts = 3;

/** Most different sums that are tried. */
const mostSums = 400;

/** Most different numbers of digits after the point for which all sums are known to be there. */
const mostLevels = 2;

/** Amounts, of which the first are for what is added up and all for totals. */
export interface Sums extends Values {
  /** How many of the values are for what is added up. */
  readonly parts: number;
}

/**
 * Amounts of every class, and those that some of them add up to, so that a total can be their sum and can be another.
 * Amounts of more digits than are allowed add up to one of as many digits as are (0.005 and 0.005), and to one of more.
 */
export function sumsFor({ boundaries, types }: Wish): Sums {
  const limits = boundaries.flatMap((each) => (each.kind === "number" ? [each.at] : []));
  const decimals = [...new Set(boundaries.flatMap((each) => (each.kind === "decimals" ? [each.most] : [])))].sort(
    (a, b) => a - b,
  );
  const made = [...decimals.flatMap((most) => roughAmounts(most, decimals)).map((each) => formatDecimal(each))];
  const parts = [...new Set(["0", ...made, ...amountsFor({ limits, decimals }).values.map(String)])];
  const values = new Set([...parts, "1"]);
  let reached: readonly string[] = ["0"];
  for (let count = 0; count < mostParts; count++) {
    reached = [...new Set(reached.flatMap((sum) => parts.map((part) => added(sum, part))))];
    for (const sum of reached) if (values.size < mostSums) values.add(sum);
  }
  const isMore =
    limits.length > 0 ||
    decimals.length > mostLevels ||
    values.size >= mostSums ||
    [...types].some((type) => type !== "money") ||
    boundaries.some(({ kind }) => kind === "format");
  return {
    values: [...values],
    parts: parts.length,
    gap: isMore ? "it is added up, and more is asked of it" : undefined,
  };
}

/** Amounts with one digit more than are allowed, of which two or three add up to fewer digits, for each limit. */
function roughAmounts(most: number, decimals: readonly number[]): readonly Decimal[] {
  const scale = most + 1;
  const least = [5n, 3n, 4n].map((units) => ({ units, scale }));
  const rounding = decimals
    .filter((other) => other < most)
    .flatMap((other) => {
      const whole = 10n ** BigInt(scale - other);
      return [whole - 5n, whole - 6n].map((units) => ({ units, scale }));
    });
  // Where finer amounts carry a one over, these make it whole.
  const carrying = decimals.some((other) => other > most) ? [{ units: 9n, scale }] : [];
  return [...least, ...rounding, ...carrying];
}

function added(sum: string, part: string): string {
  const [a, b] = [parseDecimal(sum), parseDecimal(part)];
  return a === undefined || b === undefined ? sum : formatDecimal(addDecimals(a, b));
}
