import type { Position } from "@erp-export-rules/sdk/text";

/** What must stand around some lines so that they read by themselves. */
export interface Frame {
  /** Before them: a line of its own, or nothing. */
  readonly head: string;
  /** Behind them, or nothing: in JSON an item, in YAML the line below that has no place there. */
  readonly tail: string;
  /** How many characters of the tail are those that stand there in the text. */
  readonly borrowed: number;
  /** Whether the items of a list are counted anew from here. */
  readonly startsList: boolean;
}

/**
 * How a text falls into parts that are read one by one. A part holds one PCCO, or several where they don't stand on
 * lines of their own.
 */
export interface Cuts {
  /** The first line of each part. The first is 0, so that every line is in just one. */
  readonly starts: readonly number[];
  /** What stands around each. */
  readonly frames: readonly Frame[];
  /** Where the bracket stands that opens the list of PCCOs, in JSON. */
  readonly opening: Position;
}

/** Nothing stands around it. */
export const bare: Frame = { head: "", tail: "", borrowed: 0, startsList: true };

/** Nothing stands around an item either, but it is counted with those above it. */
export const bareItem: Frame = { ...bare, startsList: false };

/** Where a text begins. */
export const start: Position = { line: 0, character: 0 };

/** The whole text as one part. */
export const uncut: Cuts = { starts: [0], frames: [bare], opening: start };
