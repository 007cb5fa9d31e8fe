import type { Decimal } from "../context/decimal.ts";
import type { Field } from "../context/field.ts";
import type { Pattern } from "./pattern-matcher.ts";

/**
 * A line along which a check keyword splits the values of its field into classes. It judges all values of a class alike,
 * so whoever has tried one value of each class has tried all. That there is no value is a class of its own everywhere.
 */
export type Boundary =
  /** Each of these values, and all others. */
  | { readonly kind: "words"; readonly words: readonly (string | number | boolean)[] }
  /** Texts of fewer characters, and those of at least so many. */
  | { readonly kind: "length"; readonly at: number }
  /** Texts that look like the pattern, and others. */
  | { readonly kind: "pattern"; readonly pattern: Pattern }
  /** Days, times and decimal numbers written as text, and other texts. */
  | { readonly kind: "format" }
  /** Numbers below, this one, and those above. */
  | { readonly kind: "number"; readonly at: Decimal }
  /** Numbers with at most so many digits after the point, those with more, and what is no number. */
  | { readonly kind: "decimals"; readonly most: number }
  /** Days before this one (`YYYY-MM-DD`), and those from it on. */
  | { readonly kind: "day"; readonly at: string }
  /** Lists of fewer items, and those of at least so many. */
  | { readonly kind: "count"; readonly at: number }
  /** The same as another field's value, on any of its lines, or not. */
  | { readonly kind: "same"; readonly as: Field }
  /** Before another field's date, or not. */
  | { readonly kind: "order"; readonly as: Field }
  /** The sum of other fields, or not. */
  | { readonly kind: "sum"; readonly of: readonly Field[] }
  /** The same on several lines, or not; so many lines are the fewest that can break it. */
  | { readonly kind: "lines"; readonly fewest: number };
