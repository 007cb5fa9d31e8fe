import type { Position } from "@erp-export-rules/sdk/text";
import type { Lines } from "./lines.ts";

/** A run of lines that is read by itself. It holds one PCCO, or several where they don't stand on lines of their own. */
export interface Cut {
  readonly from: number;
  /** The line after its last. */
  readonly to: number;
  /** What must stand before its lines so that they read by themselves: a line of its own, or nothing. */
  readonly head: string;
  /** What must stand behind them, or nothing: in JSON an item, in YAML the line below that has no place there. */
  readonly tail: string;
  /** How many characters of the tail are those that stand there in the text. */
  readonly borrowed: number;
  /** Whether the items of a list are counted anew from here. */
  readonly startsList: boolean;
}

/** How a text falls into parts. Every line is in just one. */
export interface Cuts {
  readonly cuts: readonly Cut[];
  /** Where the bracket stands that opens the list of PCCOs, in JSON. */
  readonly opening: Position;
}

/** Where a text begins. */
export const start: Position = { line: 0, character: 0 };

/** The whole text as one part. */
export function wholeCut(lines: Lines): Cut {
  return { from: 0, to: lines.count, head: "", tail: "", borrowed: 0, startsList: true };
}
