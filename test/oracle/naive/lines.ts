import type { Rule } from "../../../sdk/src/generated/types.ts";
import type { Answer } from "./answer.ts";
import type { Asked } from "./facts.ts";
import { read } from "./fields.ts";

/** What a rule says of all lines together, and the lines that break it. */
export interface LinesAnswer {
  readonly answer: Answer;
  readonly breaking: readonly number[];
}

/** The values of a line as they are compared, spaces at either end left out. */
interface Line {
  readonly line: number;
  readonly key: string;
  readonly isOpen: boolean;
}

/** Asks a rule that compares lines with each other: `distinct`, `distinctOrSame` or `same`. */
export function compareLines(
  asked: Asked,
  { distinct, distinctOrSame }: Rule,
  names: readonly string[],
  count: number,
): LinesAnswer {
  const lines = Array.from({ length: count }, (_, line) => lineOf(asked, names, line)).filter((each) => each !== null);
  const known = lines.filter(({ isOpen }) => !isOpen);
  const isSomeOpen = known.length < lines.length;
  const repeating = known.filter(({ key }, at) => known.findIndex((each) => each.key === key) < at);
  const differing = known.filter(({ key }) => key !== known[0]?.key);
  if (distinct) {
    if (repeating.length > 0) return broken(repeating);
    return kept(lines.length < 2 ? "does not apply" : isSomeOpen ? "unknown" : "holds");
  }
  if (distinctOrSame) {
    if (repeating.length > 0 && differing.length > 0) return broken(repeating);
    // Two lines are always each their own or both the same.
    return kept(lines.length === 0 ? "does not apply" : isSomeOpen && lines.length > 2 ? "unknown" : "holds");
  }
  if (differing.length > 0) return broken(differing);
  return kept(lines.length === 0 ? "does not apply" : isSomeOpen && lines.length > 1 ? "unknown" : "holds");
}

function broken(lines: readonly Line[]): LinesAnswer {
  return { answer: "broken", breaking: lines.map(({ line }) => line) };
}

function kept(answer: Answer): LinesAnswer {
  return { answer, breaking: [] };
}

/** A line that has no value in one of the fields takes no part. */
function lineOf(asked: Asked, names: readonly string[], line: number): Line | null {
  const values = names.map((name) => read({ ...asked, line }, name));
  if (values.some(({ is }) => is === "none")) return null;
  const isOpen = values.some(({ is }) => is !== "value");
  return { line, isOpen, key: JSON.stringify(values.map(({ value }) => String(value).trim())) };
}
