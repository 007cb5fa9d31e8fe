import type { Facts } from "../context/facts.ts";
import type { Feature } from "../context/feature.ts";
import type { Field } from "../context/field.ts";
import type { FieldType } from "../context/field-type.ts";
import type { Judgement } from "../context/judgement.ts";
import type { CheckKeywords, Fix } from "../generated/types.ts";
import type { Boundary } from "./boundary.ts";
import type { ReadColumn } from "./column.ts";
import type { Words } from "./message.ts";

/** A check of one value at a time: of the PCCO itself, or of each line. */
export interface ValueCheck {
  readonly subject: "value";
  /** What the check says when there is no value. */
  readonly whenAbsent: Judgement;
  /** The same judgement for a whole column at once: whether all its values certainly hold; `false` leaves it open. */
  allHold?(column: ReadColumn, facts: Facts): boolean;
  /** The same judgement from columns that are read already, for a check that looks at other fields of all lines. */
  readonly columns?: {
    readonly fields: readonly Field[];
    /** Whether the value certainly holds; `false` leaves it open. */
    holds(value: unknown, columns: readonly ReadColumn[]): boolean;
  };
  /** Judges a value that is there and of the field's type. Allocates nothing. */
  test(value: unknown, facts: Facts, item: unknown): Judgement;
  /** Told before `test` is asked of many values with the same facts, so that it can look them up faster; then `end` is. */
  begin?(facts: Facts): void;
  end?(): void;
  /** What is asked for, as a short phrase; shown as `expected`. */
  readonly expected: string | ((facts: Facts, item: unknown) => string);
  /** The keyword's own words for the message. */
  readonly words: Words<Place>;
  /** The parts of the context without which a present value can't be judged, when `test` says `UNKNOWN`. */
  missing?(facts: Facts, item: unknown): readonly string[];
  /** Changes that would mend a broken value, best first. */
  fixes(place: Place): readonly Fix[];
  /** Whether fixes for a field take long to work out, so that they are offered when they are first read. */
  isLate?(field: Field): boolean;
}

/** A broken value, where it stands and what is asked for. */
export interface Place {
  readonly field: Field;
  readonly value: unknown;
  /** JSON Pointer. */
  readonly path: string;
  readonly facts: Facts;
  readonly item: unknown;
  /** Position of the line, or -1 for the PCCO as a whole. */
  readonly index: number;
  /** As the check's `expected` tells it. */
  readonly expected: string;
}

/** A check of all lines together. */
export interface ListCheck {
  readonly subject: "list";
  /** Judges the whole list. */
  judge(facts: Facts): Judgement;
  readonly expected: string;
  /** The same judgement from the columns of its fields: whether it certainly holds; `false` leaves it open. */
  holds?(columns: readonly ReadColumn[]): boolean;
  /** The parts of the context without which the list can't be judged. */
  missing(facts: Facts): readonly string[];
  /** The places that break it, each to become one finding; none when it is not broken. */
  offences(facts: Facts): readonly Offence[];
}

/** One place that breaks a check of all lines. */
export interface Offence {
  /** Position of the line, or -1 for the PCCO as a whole. */
  readonly index: number;
  /** JSON Pointer. */
  readonly path: string;
  readonly received: unknown;
  /** The keyword's own words for the message, each worked out when it is mentioned. */
  readonly words: Readonly<Record<string, string | number | (() => string)>>;
  /** A function when they take long to work out. */
  readonly fixes: readonly Fix[] | (() => readonly Fix[]);
}

/** A check of a toggle. */
export interface FeatureCheck {
  readonly subject: "feature";
  test(facts: Facts): Judgement;
  readonly expected: string;
  /** The toggle's position as a word. */
  position(facts: Facts): string;
  /** The keyword's own words for the message. */
  readonly words: Words<Facts>;
  /** The part of the context without which the toggle's position is not known. */
  missing(facts: Facts): readonly string[];
}

/** A check, ready to be asked. */
export type Check = ValueCheck | ListCheck | FeatureCheck;

/** What a check keyword is put on, names resolved. */
export interface Target {
  readonly fields: readonly Field[];
  readonly feature: Feature | undefined;
  /** Looks up another field of the dictionary. */
  field(name: string): Field;
}

/** A field that a setting mentions, and where in the setting, as a JSON Pointer from the rule. */
export interface Mention {
  readonly field: string;
  readonly path: string;
}

/** A check keyword: all of it stands in its file, but how it is written down ahead of time (`ahead/emit-checks.ts`). */
export interface Keyword {
  /** The key in a rule file. */
  readonly name: keyof CheckKeywords;
  /** One sentence for help and completion. */
  readonly summary: string;
  /** JSON Schema of the setting. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** What it can be put on: the types of field, or a toggle. */
  readonly on: readonly (FieldType | "feature")[];
  /** The message of a rule that has none of its own. */
  readonly message: string;
  /** The words that messages may mention besides `{label}`, `{value}` and `{line}`. */
  readonly words: readonly string[];
  /** The fields that the setting mentions. */
  mentions?(settings: CheckKeywords): readonly Mention[];
  /** What is wrong with a setting that the schema can't tell, as a sentence. */
  complaint?(settings: CheckKeywords): string | undefined;
  /** Whether it compares lines with each other, rather than judging each value by itself. */
  readonly comparesLines?: true;
  /** Where the check splits the values of its field; none when only whether there is a value counts. */
  boundaries(settings: CheckKeywords, target: Target): readonly Boundary[];
  /** Makes the check; `undefined` when the rule does not use this keyword. */
  compile(settings: CheckKeywords, target: Target): Check | undefined;
}
