import { expect, test } from "vitest";
import { type FieldType, fieldTypes, isTextual } from "./field-type.ts";

const values = {
  word: "a",
  number: 5,
  zero: 0,
  unsafe: 2 ** 53,
  fraction: 1.5,
  day: "2024-02-29",
  noDay: "2025-02-29",
  time: "2025-03-04T15:10:00Z",
  yes: true,
  list: [1],
  group: {},
};

test.each<[FieldType, (keyof typeof values)[]]>([
  ["text", ["word", "day", "noDay", "time"]],
  ["id", ["word", "number", "zero", "day", "noDay", "time"]],
  ["money", ["word", "day", "noDay", "time"]],
  ["date", ["day"]],
  ["dateTime", ["day", "time"]],
  ["boolean", ["yes"]],
  ["integer", ["number", "zero"]],
  ["choice", ["word", "day", "noDay", "time"]],
  ["list", ["list"]],
])("%s takes %j", (type, taken) => {
  const accepted = Object.entries(values).filter(([, value]) => fieldTypes[type].is(value));
  expect(accepted.map(([name]) => name)).toEqual(taken);
  expect(isTextual(type)).toBe(["text", "money", "choice"].includes(type));
});
