import { expect, test } from "vitest";
import { either, show } from "./show.ts";
import { fieldOf } from "./testing.ts";

test.each([
  ["text", '"text"'],
  ["", '""'],
  [0, "0"],
  [-1.5, "-1.5"],
  [false, "false"],
  [null, "nothing"],
  [undefined, "nothing"],
  [["a", "b"], "a list of 2"],
  [{ a: 1 }, "a group of fields"],
  [{ toString: 1 }, "a group of fields"],
])("%j is shown as %s", (value, shown) => expect(show(value)).toBe(shown));

test("long texts are cut, never half an emoji", () => {
  expect(show("😀".repeat(60))).toBe(`"${"😀".repeat(60)}"`);
  expect(show("😀".repeat(61))).toBe(`"${"😀".repeat(59)}…"`);
});

test("a choice is called by its name, anything else is not", () => {
  expect(show("no_charge", fieldOf("status"))).toBe("No Charge");
  for (const word of ["other", "constructor", "__proto__", "toString"])
    expect(show(word, fieldOf("status"))).toBe(`"${word}"`);
});

test.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a or b"],
  [["a", "b", "c"], "a, b or c"],
])("%j is listed as %j", (values, text) => expect(either(values)).toBe(text));

test("another word can join", () => expect(either(["a", "b"], "and")).toBe("a and b"));
