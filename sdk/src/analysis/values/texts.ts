import type { Pattern } from "../../keywords/pattern-matcher.ts";
import { patternTexts } from "./pattern-texts.ts";
import type { Values } from "./values.ts";

/** What is asked of texts, taken from all checks that look at them. */
export interface TextWish {
  /** Words that are told apart from all others. */
  readonly words: readonly string[];
  /** Numbers of characters from which on a text is judged differently. */
  readonly lengths: readonly number[];
  readonly patterns: readonly Pattern[];
  /** How many texts of each class are needed, because they are compared with each other. */
  readonly copies: number;
}

/** Texts of every class that words, lengths and patterns make together. */
export function textsFor({ words, lengths, patterns, copies }: TextWish): Values {
  const tried = lengths.filter((length) => length > 1 && length <= mostCharacters);
  const starts = [...new Set([1, ...tried])].sort((a, b) => a - b);
  // A word that is known already would be no text of its own.
  const needed = copies + words.length;
  const made =
    patterns.length > 0
      ? patternTexts(patterns, starts, needed, copies > 1 ? needed : 1)
      : { values: starts.flatMap((length) => fillers(length, needed)) };
  const values = [...words, ...made.values];
  // With a space at its end a text is as long as before, but no longer the same word.
  const isCut = lengths.some((length) => length > mostCharacters);
  return {
    ...made,
    ...(isCut ? { gap: "it asks for texts that are too long to try" } : {}),
    values: [...values, ...values.map((text) => `${text} `)],
  };
}

/** No limit of a field is near this; texts of such a length only cost time. */
const mostCharacters = 100_000;

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Different texts of one length. */
function fillers(length: number, count: number): readonly string[] {
  return Array.from({ length: Math.min(count, letters.length ** Math.min(length, 2)) }, (_, index) => {
    const last = letters[index % letters.length] ?? "A";
    const before = letters[Math.floor(index / letters.length)] ?? "A";
    return `${"A".repeat(Math.max(0, length - 2))}${length > 1 ? before : ""}${last}`;
  });
}
