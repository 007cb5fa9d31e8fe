import type { Path } from "@erp-export-rules/sdk/text";
import type { Position, Range } from "vscode-languageserver-types";

/** Where a cursor stands in a text that may be half typed: what can be written there, and what an accepted completion replaces. */
export interface Location {
  /**
   * Keys and list positions from the root of the text to what is being written. For a value it ends with its key or list
   * position; for a key it is the path of the mapping that the key belongs to.
   */
  readonly path: Path;
  /**
   * `key`: a key of the mapping at `path`. `value`: the value at `path`. `either`: nothing tells yet which of the two,
   * as behind the dash of a new list item or on a fresh line below a key; `path` is the same for both.
   */
  readonly part: "key" | "value" | "either";
  /** How the mapping or list around the cursor is written: YAML lines, YAML in brackets, or JSON. */
  readonly style: "block" | "flow" | "json";
  /** The word around the cursor without its quotes, up to its end; empty when there is none. */
  readonly word: string;
  /** The part of `word` before the cursor. */
  readonly prefix: string;
  /** The quote that the word begins with; `undefined` for a word without quotes. */
  readonly quote: '"' | "'" | undefined;
  /** What an accepted completion replaces: `word` with its quotes, on one line; it holds the cursor. */
  readonly replace: Range;
  /**
   * What stands there already and need not be offered again: the other keys of the mapping for a key; the other scalars of
   * the list for an item; both for `either`; nothing for the value of a key.
   */
  readonly siblings: readonly string[];
  /** Whether a colon has to follow the word if it becomes a key: it has none yet. */
  readonly needsColon: boolean;
  /** Whether a comma has to follow, because something else does and brackets are around. */
  readonly needsComma: boolean;
  /** Where a comma is missing between what stands before and this word; `undefined` when none is. */
  readonly commaAt: Position | undefined;
  /** Whether a space has to come first: the cursor touches the colon or the dash of YAML. */
  readonly needsSpace: boolean;
  /** Whether `- ` has to come first: the word stands where the dashes of a YAML list stand. */
  readonly isNewItem: boolean;
  /** The column in which the keys of the mapping (dashes of the list) around the cursor begin; in brackets, the indentation of the line. */
  readonly indent: number;
}
