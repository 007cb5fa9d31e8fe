import { expect, test } from "vitest";
import { compileMessage, placeholders, type Words } from "./message.ts";

function filled(message: string, words: Words<number>, line = 0): string {
  return compileMessage(message, words)(7, line);
}

test("fills each word in braces, as often as it stands there", () =>
  expect(filled("{label}: {value}, {value}{label}", { label: "Number", value: 0 })).toBe("Number: 0, 0Number"));

test("a word may be told of what the message is about", () =>
  expect(filled("{a}{b} and {c}.", { a: "A", b: (about) => about + 1, c: (about) => `c${about}` })).toBe("A8 and c7."));

test("what is filled in is not read again", () =>
  expect(filled("{value} {label}", { value: () => "{label} $& $1", label: "{value}" })).toBe("{label} $& $1 {value}"));

test("words that are not there stay, and none comes from JavaScript's own objects", () =>
  expect(filled("{other} {constructor} {toString} {a b} {}", {})).toBe("{other} {constructor} {toString} {a b} {}"));

test("a line is named first, unless the message names it", () => {
  const message = compileMessage<undefined>("{label} is wrong", { label: "Amount" });
  expect([message(undefined, 2), message(undefined, 0)]).toEqual(["Line 2: Amount is wrong", "Amount is wrong"]);
  expect(filled("{label} on line {line}: {line}", { label: "Amount", line: "none" }, 3)).toBe("Amount on line 3: 3");
});

test("names the words a message mentions", () => {
  expect(placeholders("{label} is {value}; {a1} {} {value}")).toEqual(["label", "value", "value"]);
  expect(placeholders("none")).toEqual([]);
});
