import { expect, test } from "vitest";
import { fillMessage, placeholders, splitMessage } from "./message.ts";

test("fills each word in braces, as often as it stands there", () =>
  expect(fillMessage(splitMessage("{label}: {value}, {value}"), { label: "Number", value: 0 })).toBe("Number: 0, 0"));

test("what is filled in is not read again", () =>
  expect(fillMessage(splitMessage("{value} {label}"), { value: "{label} $& $1", label: "L" })).toBe("{label} $& $1 L"));

test("words that are not there stay, and none comes from JavaScript's own objects", () =>
  expect(fillMessage(splitMessage("{other} {constructor} {toString} {a b} {}"), {})).toBe(
    "{other} {constructor} {toString} {a b} {}",
  ));

test("names the words a message mentions", () => {
  expect(placeholders("{label} is {value}; {a1} {} {value}")).toEqual(["label", "value", "value"]);
  expect(placeholders("none")).toEqual([]);
});
