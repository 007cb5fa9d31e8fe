import { isDate, isDateTime } from "./calendar.ts";

/** The kinds of value a field can hold, as rule files name them. */
export type FieldType = "text" | "id" | "money" | "date" | "dateTime" | "boolean" | "integer" | "choice" | "list";

/** What one kind of value accepts and how it is called. */
export interface TypeDescription {
  /** Completes the sentence "X must be …". */
  readonly noun: string;
  /** Whether a present value is of this kind. */
  is(value: unknown): boolean;
}

const isText = (value: unknown): boolean => typeof value === "string";

/** The kinds of value, by name. Money stays text here, so that a rule can say what is wrong with its digits. */
export const fieldTypes: Readonly<Record<FieldType, TypeDescription>> = {
  text: { noun: "a text in quotes", is: isText },
  id: { noun: "an id", is: (value) => typeof value === "string" || Number.isSafeInteger(value) },
  money: { noun: 'an amount in quotes, such as "8000.00"', is: isText },
  date: { noun: "a day that exists, such as 2025-03-04", is: (value) => typeof value === "string" && isDate(value) },
  dateTime: {
    noun: "a date and time that exist, such as 2025-03-04T15:10:00Z",
    is: (value) => typeof value === "string" && isDateTime(value),
  },
  boolean: { noun: "true or false", is: (value) => typeof value === "boolean" },
  integer: { noun: "a whole number", is: (value) => Number.isSafeInteger(value) },
  choice: { noun: "one of the allowed words", is: isText },
  list: { noun: "a list", is: (value) => Array.isArray(value) },
};

/** Whether values of a type are written as text, so that a bare number is a text whose quotes were forgotten. */
export function isTextual(type: FieldType): boolean {
  return type === "text" || type === "money" || type === "choice";
}
