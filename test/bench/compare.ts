/** How many times larger one thing is than another. */
export interface Ratio {
  readonly ratio: number;
  /** The middle half of the ratios of single rounds. */
  readonly from: number;
  readonly to: number;
}

/** Compares measures that were taken in turn: the median of the rounds' ratios, and how they spread around it. */
export function compare(larger: readonly number[] = [], smaller: readonly number[] = []): Ratio {
  const rounds = larger.map((value, round) => value / (smaller[round] ?? Number.NaN));
  return {
    ratio: quantile(rounds, 0.5),
    from: quantile(rounds, 0.25),
    to: quantile(rounds, 0.75),
  };
}

/** The value below which this part of all values lies, between two values if need be. */
function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) throw new RangeError("nothing was measured");
  return below + (above - below) * (place % 1);
}
