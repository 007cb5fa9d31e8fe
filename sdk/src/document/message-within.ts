import { EXPECTED } from "./words.ts";

/** How the numbers that people read change, when a text stands within a longer one. Both count from 1. */
export interface Renumbering {
  readonly line: (line: number) => number;
  /** Of the items of a top-level list. */
  readonly item: (item: number) => number;
}

// What the user wrote stands before the line number and after the item number, never between them and their anchors.
const LINE_AT_END =
  /( first on line | from line )([0-9]+)( and again here, where the value replaces the first one; remove one of the two|; a `[\]}]` is expected)$/;
const ITEM_AT_START = new RegExp(`^(${EXPECTED}; item )([0-9]+)( of the list in )`);

/** The message of a problem as it would be, had the text in which it was found been read within a longer one. */
export function messageWithin(message: string, { line, item }: Renumbering): string {
  return message
    .replace(
      LINE_AT_END,
      (_, before: string, number: string, after: string) => `${before}${line(Number(number))}${after}`,
    )
    .replace(
      ITEM_AT_START,
      (_, before: string, number: string, after: string) => `${before}${item(Number(number))}${after}`,
    );
}
