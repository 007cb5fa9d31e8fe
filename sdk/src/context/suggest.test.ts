import fc from "fast-check";
import { expect, test } from "vitest";
import { didYouMean, isSameWord, nearestWord } from "./suggest.ts";

const words = ["send", "approve", "approved", "unlink", "no_charge", "maxLength", "minLength", "is"];

test.each([
  ["Approved", "approved"],
  ["approvedd", "approved"],
  ["aproved", "approved"],
  ["sned", "send"],
  ["snd", "send"],
  ["sends", "send"],
  ["SEND", "send"],
  ["unlnik", "unlink"],
  ["No Charge", "no_charge"],
  ["no-charge", "no_charge"],
  ["maxlenght", "maxLength"],
  ["max_length", "maxLength"],
  ["mxLength", "maxLength"],
  ["miLength", "minLength"],
  ["if", "is"],
])("%s means %s", (word, meant) => expect(nearestWord(word, words)).toBe(meant));

test.each(["", " ", "-_", "x", "q", "ab", "zzzz", "ends up", "draft", "reject", "constructor", "maximumLengthOfText"])(
  "%j is far from all",
  (word) => {
    expect(nearestWord(word, words)).toBeUndefined();
    expect(didYouMean(word, words)).toBe("");
  },
);

test("a word that is among them is meant itself, wherever it stands", () => {
  expect(nearestWord("send", words)).toBeUndefined();
  expect(nearestWord("send", ["Send", "send"])).toBeUndefined();
  expect(nearestWord("send", ["sen", "sends", "send"])).toBeUndefined();
});

test("the same but for its spelling goes before a near one", () => {
  expect(nearestWord("not Pricing", ["pricing", "not_pricings", "not_pricing"])).toBe("not_pricing");
});

test("a word that keeps none of its letters is another word", () => {
  expect(nearestWord("x", ["y"])).toBeUndefined();
  expect(nearestWord("", ["a"])).toBeUndefined();
});

test("no words, no suggestion", () => expect(nearestWord("send", [])).toBeUndefined());

test("asks", () => expect(didYouMean("Approved", words)).toBe(' Did you mean "approved"?'));

test("a slip in a word of six letters or more is found again", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcdefgh"), minLength: 6, maxLength: 30 });
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom("drop", "swap", "double"), (right, place, slip) => {
      const at = place % (right.length - 1);
      const [before, a, b, after] = [right.slice(0, at), right.charAt(at), right.charAt(at + 1), right.slice(at + 2)];
      const wrong =
        slip === "drop" ? before + b + after : slip === "swap" ? before + b + a + after : before + a + a + b + after;
      fc.pre(wrong !== right);
      expect(nearestWord(wrong, ["zzzzzz", right])).toBe(right);
    }),
  );
});

test("long texts cost little", () => {
  const long = "x".repeat(1_000_000);
  expect(nearestWord(long, [`${long}y`])).toBe(`${long}y`);
  expect(nearestWord(long, ["send"])).toBeUndefined();
});

test.each([
  ["No Charge", "no_charge", true],
  ["a-b", "AB", true],
  ["a", "b", false],
  [`${"x".repeat(100)}a`, `${"x".repeat(100)}b`, false],
])("%s and %s are the same word: %s", (a, b, same) => expect(isSameWord(a, b)).toBe(same));
