import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import type { Ratio } from "./compare.ts";
import type { Measured } from "./table.ts";

const file = fileURLToPath(new URL("committed.json", import.meta.url));

/** How far a ratio may fall behind the committed one. */
const slack = 1.2;

/** The ratios of one run, with the machine it ran on. */
export interface Committed {
  readonly machine: string;
  readonly ratios: Readonly<Record<string, Ratio>>;
}

/** The processor, its cores, and Node's version. */
export function thisMachine(): string {
  return `Node ${process.version}, ${cpus().length} cores of ${cpus()[0]?.model.trim() ?? "an unknown processor"}`;
}

/** What was committed; nothing before the first `--update`. */
export function readCommitted(): Committed {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { machine: thisMachine(), ratios: {} };
}

/** Writes the measures of this run; those it left out stay as they were. */
export function writeCommitted(measured: readonly Measured[]): void {
  const { ratios } = readCommitted();
  const now = Object.fromEntries(measured.map(({ key, ratio }) => [key, rounded(ratio)]));
  writeFileSync(file, `${JSON.stringify({ machine: thisMachine(), ratios: { ...ratios, ...now } }, undefined, 2)}\n`);
}

/** Our measures that are worse than the committed ones by more than a fifth, each in words. */
export function behind(measured: readonly Measured[], { ratios }: Committed): readonly string[] {
  return measured.flatMap(({ key, ratio: { ratio }, tellsOfOurs, target }) => {
    const before = ratios[key]?.ratio;
    if (!tellsOfOurs || before === undefined) return [];
    const isMoreBetter = target !== undefined && "least" in target;
    const worse = isMoreBetter ? before / ratio : ratio / before;
    return worse > slack ? [`${key}: ${ratio.toFixed(2)}, committed ${before.toFixed(2)}`] : [];
  });
}

function rounded({ ratio, from, to }: Ratio): Ratio {
  const [a = 0, b = 0, c = 0] = [ratio, from, to].map((value) => Number(value.toPrecision(4)));
  return { ratio: a, from: b, to: c };
}
