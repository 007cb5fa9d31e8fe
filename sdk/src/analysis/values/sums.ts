import { addDecimals, formatDecimal, parseDecimal } from "../../context/decimal.ts";
import { amountsFor } from "./numbers.ts";
import type { Values } from "./values.ts";
import type { Wish } from "./values-for.ts";

/** Most amounts that are added up. */
const mostParts = 3;

/** Most different sums that are tried. */
const mostSums = 120;

/**
 * Amounts of every class, and those that some of them add up to, so that a total can be their sum and can be another.
 * Amounts of more digits than are allowed add up to one of as many digits as are (0.005 and 0.005), and to one of more.
 */
export function sumsFor(wish: Wish): Values {
  const of = wish.boundaries;
  const limits = of.flatMap((each) => (each.kind === "number" ? [each.at] : []));
  const decimals = [...new Set(of.flatMap((each) => (each.kind === "decimals" ? [each.most] : [])))];
  const rough = decimals.flatMap((most) => [5n, 3n, 4n].map((units) => formatDecimal({ units, scale: most + 1 })));
  const parts = [...new Set(["0", ...rough, ...amountsFor({ limits, decimals }).values])];
  const sums = new Set<unknown>(parts);
  let reached: readonly string[] = ["0"];
  for (let count = 0; count < mostParts && sums.size < mostSums; count++) {
    reached = [...new Set(reached.flatMap((sum) => parts.map((part) => added(sum, String(part)))))];
    for (const sum of reached) if (sums.size < mostSums) sums.add(sum);
  }
  const isMixed = [...wish.types].some((type) => type !== "money");
  const gap =
    limits.length > 0 || decimals.length > 1 || isMixed || of.some(({ kind }) => kind === "format")
      ? "it is added up, and more is asked of it"
      : undefined;
  return { values: [...sums, "1"], gap };
}

function added(sum: string, part: string): string {
  const [a, b] = [parseDecimal(sum), parseDecimal(part)];
  return a === undefined || b === undefined ? sum : formatDecimal(addDecimals(a, b));
}
