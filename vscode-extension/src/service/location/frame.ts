import type { Path } from "@erp-export-rules/sdk/text";

/** A mapping or list that is open while a text is read from its top. */
export interface Frame {
  /** `open`: nothing tells yet whether it is a mapping, a list or one word. */
  kind: "open" | "mapping" | "list";
  readonly isFlow: boolean;
  /** The column of its keys or dashes; for brackets, that of the block around them, or -1. */
  readonly column: number;
  /** Of a mapping: the key whose value comes, or the word that may become one. */
  key: string | undefined;
  /** Of a list: the position of the item. */
  index: number;
  /** How far the present entry is. A block only tells `colon` (its value is to come) and `value` (it has one). */
  state: "start" | "key" | "colon" | "value";
  /** Every key of the mapping, or every scalar of the list. */
  readonly entries: string[];
}

export function blockFrame(kind: Frame["kind"], column: number): Frame {
  return { kind, isFlow: false, column, key: undefined, index: 0, state: "colon", entries: [] };
}

export function flowFrame(kind: "mapping" | "list", column: number): Frame {
  return { kind, isFlow: true, column, key: undefined, index: 0, state: "start", entries: [] };
}

/** The path of the value that comes next: that of the present entry of the innermost frame. */
export function pathOf(frames: readonly Frame[]): Path {
  return frames.flatMap((frame): Path => {
    if (frame.kind === "list") return [frame.index];
    return frame.kind === "mapping" && frame.key !== undefined ? [frame.key] : [];
  });
}
