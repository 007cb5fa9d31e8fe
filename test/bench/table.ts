import type { Ratio } from "./compare.ts";

/** A ratio that was measured. */
export interface Measured {
  /** Its name among the committed ratios, such as `ten rules/zod/10 lines`. */
  readonly key: string;
  readonly ratio: Ratio;
  /** Whether it tells how good we are, so that it must not fall behind the committed one. */
  readonly tellsOfOurs: boolean;
  /** What it should reach. Without `least` a smaller ratio is the better one. */
  readonly target?: { readonly most: number } | { readonly least: number };
}

/** Measures that belong together. */
export interface Table {
  readonly title: string;
  /** What is compared, and on what. */
  readonly about: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly (Measured | undefined)[] }[];
}

/** A table as Markdown, with what is missed said where it is. */
export function markdown({ title, about, columns, rows }: Table): string {
  const lines = rows.map(({ label, cells }) => [label, ...cells.map((cell) => (cell ? words(cell) : "–"))]);
  const head = [
    [title, ...columns],
    ["---", ...columns.map(() => "---")],
  ];
  return `${about}\n\n${[...head, ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n`;
}

/** Whether a measure does not reach its target. */
export function isMissed({ ratio: { ratio }, target }: Measured): boolean {
  if (target === undefined) return false;
  return "most" in target ? ratio > target.most : ratio < target.least;
}

function words(measured: Measured): string {
  const { ratio, target } = measured;
  const found = digits(ratio.ratio) + (ratio.from === ratio.to ? "" : ` (${digits(ratio.from)}–${digits(ratio.to)})`);
  if (target === undefined || !isMissed(measured)) return found;
  return `${found}, **missed**: ${"most" in target ? `≤ ${target.most}` : `≥ ${target.least}`}`;
}

function digits(ratio: number): string {
  if (ratio === 1) return "1";
  return ratio.toFixed(ratio < 10 ? 2 : ratio < 100 ? 1 : 0);
}
