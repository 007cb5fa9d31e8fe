import type { Field } from "../../sdk/src/generated/types.ts";
import type { Book } from "./naive/book.ts";
import { isOfType } from "./naive/values.ts";

const usual: Readonly<Record<Field["type"], readonly unknown[]>> = {
  text: ["A", "a", "0010", "0520", " A", "2025-03-04", "approved", "😀😀", "é"],
  choice: ["approved", "draft", "Approved", "void", "A"],
  id: [7001, "7001", 7002, "7002", 901, "A", "07001"],
  money: [
    "1.00",
    "2",
    "3.000",
    "-1",
    "0.005",
    "0",
    "abc",
    "1e3",
    "+1.0",
    "12345678901234567890.12",
    "90071992547409.93",
  ],
  date: ["2025-03-04", "2025-03-05", "2024-02-29", "2025-02-29", "0000-01-01"],
  dateTime: [
    "2025-03-04",
    "2025-03-04T23:30:00Z",
    "2025-03-05t01:00:00+02:00",
    "2025-03-04 23:59:60.5z",
    "2025-03-04T24:00:00Z",
    "2025-03-05",
  ],
  boolean: [true, false],
  integer: [0, 1, 2, 3, -1, 2 ** 53 - 1],
  list: [[], [1], [{}, {}], [null, {}]],
};

/** Values of wrong types, and ways to have no value. */
export const odd: readonly unknown[] = [
  null,
  "",
  " ",
  5,
  1.5,
  true,
  {},
  [],
  "x",
  2 ** 53,
  { origin_id: "A", id: 7001 },
];

/** The values at which rules change their mind, by the type of field that can have them. */
export function nearValues(book: Book): Readonly<Record<Field["type"], readonly unknown[]>> {
  const settings = [book.rules, book.roles, book.features, book.lifecycle].flatMap((part) =>
    Object.values(part).flatMap(scalarsOf),
  );
  const near = [...new Set(settings.flatMap(around))];
  const pool = (type: Field["type"]): readonly unknown[] => [
    ...usual[type],
    ...near.filter((value) => isOfType(type, value)),
  ];
  return {
    text: pool("text"),
    choice: pool("choice"),
    id: pool("id"),
    money: pool("money"),
    date: pool("date"),
    dateTime: pool("dateTime"),
    boolean: pool("boolean"),
    integer: pool("integer"),
    list: pool("list"),
  };
}

const told = new Set([
  "title",
  "message",
  "rationale",
  "label",
  "source",
  "switchedOnBy",
  "severity",
  "stage",
  "basis",
]);

/** What is written in a part of a rule file, but for what only people read. */
function scalarsOf(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [value];
  return Object.entries(value).flatMap(([key, part]) => (told.has(key) ? [] : scalarsOf(part)));
}

function around(value: unknown): readonly unknown[] {
  if (typeof value === "number") return [value - 1, value, value + 1, ...[value - 1, value, value + 1].flatMap(texts)];
  if (typeof value !== "string") return [value];
  const number = Number(value);
  const amounts = /^-?[0-9.]+$/.test(value)
    ? [(number + 0.01).toFixed(2), (number - 0.01).toFixed(2), `${value}1`]
    : [];
  return [value, `${value} `, value.slice(1), ...amounts];
}

/** Texts of so many characters, of one and of two UTF-16 units each. */
function texts(length: number): readonly string[] {
  return length < 0 || length > 300 ? [] : ["x".repeat(length), "7".repeat(length), ` ${"😀".repeat(length)}`];
}
