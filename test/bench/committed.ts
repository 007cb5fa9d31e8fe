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

/** Writes the measures of this run. */
export function writeCommitted(measured: readonly Measured[], isWhole: boolean): void {
  const ratios = updated(readCommitted().ratios, measured, isWhole);
  writeFileSync(file, `${JSON.stringify({ machine: thisMachine(), ratios }, undefined, 2)}\n`);
}

/**
 * The committed ratios with the measures of a run. Those it left out stay as they were.
 * @param isWhole whether it left none out: then what it has not measured is no longer there
 */
export function updated(
  ratios: Committed["ratios"],
  measured: readonly Measured[],
  isWhole: boolean,
): Committed["ratios"] {
  const now = Object.fromEntries(measured.map(({ key, ratio }) => [key, rounded(ratio)]));
  return isWhole ? now : { ...ratios, ...now };
}

/**
 * What is wrong with the measures of a run, each in words: ours that are worse than the committed ones by more than a
 * fifth, and what can't be compared, since only one of the two has it.
 * @param isWhole whether the run left none out
 */
export function faultsOf(measured: readonly Measured[], { ratios }: Committed, isWhole: boolean): readonly string[] {
  const faults = measured.flatMap(({ key, ratio: { ratio }, tellsOfOurs, target }) => {
    const before = ratios[key]?.ratio;
    if (before === undefined) return [`${key}: never committed; --update commits it`];
    if (!tellsOfOurs) return [];
    const isMoreBetter = target !== undefined && "least" in target;
    const worse = isMoreBetter ? before / ratio : ratio / before;
    return worse > slack ? [`${key}: more than 20 % behind, ${ratio.toFixed(2)}, committed ${before.toFixed(2)}`] : [];
  });
  const keys = new Set(measured.map(({ key }) => key));
  const gone = isWhole ? Object.keys(ratios).filter((key) => !keys.has(key)) : [];
  return [...faults, ...gone.map((key) => `${key}: committed, but no longer measured; --full --update drops it`)];
}

function rounded({ ratio, from, to }: Ratio): Ratio {
  const [a = 0, b = 0, c = 0] = [ratio, from, to].map((value) => Number(value.toPrecision(4)));
  return { ratio: a, from: b, to: c };
}
