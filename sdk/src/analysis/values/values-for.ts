import { isDateTime } from "../../context/calendar.ts";
import type { Decimal } from "../../context/decimal.ts";
import type { FieldType } from "../../context/field-type.ts";
import type { Boundary } from "../../keywords/boundary.ts";
import { daysFor } from "./days.ts";
import { amountsFor, integersFor } from "./numbers.ts";
import { textsFor } from "./texts.ts";
import type { Values } from "./values.ts";

/** What is asked of a value, taken from all checks that look at it. */
export interface Wish {
  /** The types of field as which it is read. */
  readonly types: ReadonlySet<FieldType>;
  readonly boundaries: readonly Boundary[];
  /** Words that people would write there. */
  readonly choices: readonly string[];
  /** How many values of each class are needed, because they are compared with each other. */
  readonly copies: number;
}

/** Kinds of value that are split in ways of their own. */
type Family = "text" | "amount" | "integer" | "day" | "boolean" | "list";

const families: Readonly<Record<FieldType, Family>> = {
  text: "text",
  choice: "text",
  id: "text",
  money: "amount",
  integer: "integer",
  date: "day",
  dateTime: "day",
  boolean: "boolean",
  list: "list",
};

const makers: Readonly<Record<Family, (wish: Wish) => Values>> = {
  text: textsOf,
  amount: (wish) => withGap(amountsFor({ limits: limitsOf(wish), decimals: decimalsOf(wish) }), formatGap(wish)),
  integer: (wish) => integersFor(limitsOf(wish), wordsOf(wish, "number"), wish.copies),
  day: (wish) => {
    const words = wordsOf(wish, "string");
    const days = [...of(wish, "day").map(({ at }) => at), ...words.filter(isDateTime).map((word) => word.slice(0, 10))];
    return { values: [...words, ...daysFor(days, wish.copies).values] };
  },
  boolean: () => ({ values: [true, false] }),
  list: (wish) => {
    const counts = of(wish, "count").flatMap(({ at }) => [at - 1, at]);
    const longest = Math.max(...counts, 0);
    if (longest > mostItems) return { values: [[]], gap: `it asks for more than ${mostItems} items` };
    return { values: [[], ["A"], ...counts.map((count) => Array.from({ length: count }, () => "A"))] };
  },
};

const mostItems = 100;

/** Values of every class that all these checks make together, the simplest first; what is missing is not among them. */
export function valuesFor(wish: Wish): Values {
  const asked = [...new Set([...wish.types].map((type) => families[type]))];
  const made = asked.map((family) => makers[family](wish));
  const values = made.flatMap((each) => each.values);
  const gaps = made.flatMap(({ gap }) => (gap === undefined ? [] : [gap]));
  return { values, gap: asked.length > 1 ? "it is read as values of several kinds" : gaps[0] };
}

function textsOf(wish: Wish): Values {
  const words = wordsOf(wish, "string");
  const lengths = of(wish, "length").map(({ at }) => at);
  const patterns = of(wish, "pattern").map(({ pattern }) => pattern);
  const isId = wish.types.size === 1 && wish.types.has("id");
  const numbers = wordsOf(wish, "number");
  if (isId && lengths.length === 0 && patterns.length === 0 && words.every((word) => /^[0-9]+$/.test(word))) {
    const known = [...numbers, ...words.map(Number)];
    const others = Array.from({ length: wish.copies + known.length }, (_, index) => index + 1);
    return { values: [...known, ...others.filter((other) => !known.includes(other))] };
  }
  const texts = textsFor({ words: [...wish.choices, ...words], lengths, patterns, copies: wish.copies });
  const isSplit = words.length + lengths.length + patterns.length > 0 || wish.copies > 1;
  const formats = of(wish, "format").length > 0 ? ["0", "2025-01-01", "2025-01-01T00:00:00Z"] : [];
  const gap = formats.length > 0 && isSplit ? "more than its format is asked for" : texts.gap;
  return { values: [...numbers, ...formats, ...texts.values], gap };
}

function of<Kind extends Boundary["kind"]>(
  { boundaries }: Wish,
  kind: Kind,
): readonly Extract<Boundary, { readonly kind: Kind }>[] {
  return boundaries.filter((each): each is Extract<Boundary, { readonly kind: Kind }> => each.kind === kind);
}

function wordsOf(wish: Wish, type: "string"): readonly string[];
function wordsOf(wish: Wish, type: "number"): readonly number[];
function wordsOf(wish: Wish, type: "string" | "number"): readonly unknown[] {
  return of(wish, "words").flatMap(({ words }) => words.filter((word) => typeof word === type));
}

function limitsOf(wish: Wish): readonly Decimal[] {
  return of(wish, "number").map(({ at }) => at);
}

function decimalsOf(wish: Wish): readonly number[] {
  return of(wish, "decimals").map(({ most }) => most);
}

function withGap({ values }: Values, gap: string | undefined): Values {
  return { values, gap };
}

/** A decimal number is told from other texts already; what else looks like a date is not. */
function formatGap(wish: Wish): string | undefined {
  return of(wish, "format").length > 0 ? "its format is asked for" : undefined;
}
