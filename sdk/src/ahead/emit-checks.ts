import { isBlank } from "../context/text-length.ts";
import type { CheckKeywords } from "../generated/types.ts";
import { literal } from "../keywords/literal.ts";

// How the check keywords are written down ahead of time. It stands beside the writers, not beside the keywords, so that
// those who only check PCCOs need not load it.

/** What emitted statements are made of: variables, `undefined` when a name can't be read that way. */
export interface Emission {
  /** A statement that leaves the rule open: it may not hold. */
  doubt(): string;
  /**
   * A field that stands by itself, `undefined` when it is absent.
   * @param isBlankTold whether a text of spaces is told as absent; else it may be either
   */
  value(field: string, isBlankTold: boolean): string | undefined;
  /** The whole cents of these amounts of all lines together, `NaN` when they can't tell; beside it, as `…Lines`, how many lines there are. */
  sum(fields: readonly string[]): string | undefined;
  /** An expression: where the item of a list of the context stands that has this value of a field; -1 when none has it. */
  known(field: string, value: string): string | undefined;
  /** The position of a toggle. */
  feature(name: string): string | undefined;
}

/** What emitted statements over all lines are made of. */
export interface EmittedLines {
  /** An expression: the list of the columns. Asked only once the next two don't tell. */
  readonly columns: string;
  /** An expression: whether the values of the only column are numbers, each above the one before. */
  readonly areRising: string;
  /** An expression: whether the values of the only column are all the same number. */
  readonly areAlike: string;
}

/** How a check keyword is written down. */
export interface EmittedCheck {
  /** Whether a missing value breaks it. */
  readonly whenAbsent?: "broken" | "kept";
  /** Whether with these settings it says of a text of spaces what it says of a missing value. Unless told, it does not. */
  takesBlanks?(settings: CheckKeywords): boolean;
  /**
   * Source text of statements that leave the rule open unless a value certainly holds; `undefined` when these settings
   * can't be written so. An amount has beside it whether whole cents tell it, as `…IsCents`; and one that stands by itself
   * those cents, `NaN` when they can't, as `…Cents`.
   */
  value?(settings: CheckKeywords, value: string, emission: Emission): string | undefined;
  /** The same for a check of all lines: a statement over the columns of its fields. */
  lines?(lines: EmittedLines, emission: Emission): string;
}

const formats = { date: "isDate", dateTime: "isDateTime", decimal: "isDecimal" } as const;

/** The check keywords that can be written down, by name. */
export const emittedChecks: Readonly<Partial<Record<keyof CheckKeywords, EmittedCheck>>> = {
  absent: { whenAbsent: "kept", value: (_settings, _value, { doubt }) => doubt() },
  required: { whenAbsent: "broken", value: () => "" },
  equals: {
    whenAbsent: "broken",
    takesBlanks: ({ equals: wanted }) => typeof wanted !== "object" && isNoBlank(wanted),
    value: ({ equals: wanted }, value, emission) => {
      const other = typeof wanted === "object" ? emission.value(wanted.field, true) : literal(wanted);
      return other === undefined ? undefined : `if (${value} !== ${other}) { ${emission.doubt()} }`;
    },
  },
  oneOf: {
    whenAbsent: "broken",
    takesBlanks: ({ oneOf: allowed = [] }) => allowed.every(isNoBlank),
    value: ({ oneOf: allowed = [] }, value, { doubt }) =>
      `if (${allowed.map((each) => `${value} !== ${literal(each)}`).join(" && ")}) { ${doubt()} }`,
  },
  format: {
    whenAbsent: "kept",
    value: ({ format: name }, value, { doubt }) =>
      name === undefined ? undefined : `if (!${formats[name]}(${value})) { ${doubt()} }`,
  },
  maxLength: {
    whenAbsent: "kept",
    takesBlanks: () => true,
    value: ({ maxLength: limit = 0 }, value, { doubt }) => {
      const isLong = `${value}.length > ${literal(limit)} && isLongerThan(${value}, ${literal(limit)})`;
      return `if (typeof ${value} !== "string" || ${isLong}) { ${doubt()} }`;
    },
  },
  maxDecimals: {
    whenAbsent: "kept",
    value: ({ maxDecimals: limit = 0 }, value, { doubt }) =>
      limit < 2 ? undefined : `if (!${value}IsCents) { ${doubt()} }`,
  },
  sumEquals: {
    whenAbsent: "kept",
    value: ({ sumEquals: names = [] }, value, emission) => {
      const sum = emission.sum(names);
      if (sum === undefined) return undefined;
      return `if (${sum}Lines > 0 && !(${sum} === ${value}Cents)) { ${emission.doubt()} }`;
    },
  },
  minItems: {
    whenAbsent: "broken",
    value: ({ minItems: limit }, value, { doubt }) =>
      `if (!isList(${value}) || ${value}.length < ${literal(limit)}) { ${doubt()} }`,
  },
  refersTo: {
    whenAbsent: "kept",
    value: ({ refersTo: name = "" }, value, emission) => {
      const place = emission.known(name, value);
      return place === undefined ? undefined : `if (${place} < 0) { ${emission.doubt()} }`;
    },
  },
  is: {
    value: ({ is: wanted }, position, { doubt }) => `if (${position} !== ${literal(wanted)}) { ${doubt()} }`,
  },
  distinct: {
    lines: ({ columns, areRising }, { doubt }) => `if (!(${areRising} || areDistinct(${columns}))) { ${doubt()} }`,
  },
  distinctOrSame: {
    lines: ({ columns, areRising, areAlike }, { doubt }) =>
      `if (!(${areRising} || ${areAlike} || areDistinctOrSame(${columns}))) { ${doubt()} }`,
  },
  same: {
    lines: ({ columns, areAlike }, { doubt }) => `if (!(${areAlike} || ${columns}.every(areSame))) { ${doubt()} }`,
  },
};

/** Whether no text of spaces is the same. */
export function isNoBlank(wanted: unknown): boolean {
  return typeof wanted !== "string" || !isBlank(wanted);
}
