import fc from "fast-check";
import { expect, test } from "vitest";
import { isAbsent, NOT_GIVEN } from "./facts.ts";
import { firstCharacters, isBlank, isLongerThan, textLength } from "./text-length.ts";

const unit = fc.constantFrom(
  "a",
  " ",
  "\t",
  "\u00a0",
  "\ufeff",
  "\u2003",
  "😀",
  "\ud83d",
  "\ude00",
  "e\u0301",
  "\u0000",
  "\u200b",
);
const text = fc.oneof(fc.string({ unit, maxLength: 30 }), fc.string({ unit: "binary" }));

test.each([
  ["", 0],
  ["ABCDEFGHI😀", 10],
  ["e\u0301", 2],
  ["\u00e9", 1],
  ["  a b  ", 3],
  ["\u00a0\ufeffa\u2003", 1],
  ["👨‍👩‍👧", 5],
  ["\ud83d", 1],
  ["\ude00\ud83d", 2],
])("%j has %d characters", (each, length) => expect(textLength(each)).toBe(length));

test("counts code points between the spaces", () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 30 }), (each, limit) => {
      const characters = [...each.trim()];
      expect(textLength(each)).toBe(characters.length);
      expect(isLongerThan(each, limit)).toBe(characters.length > limit);
      expect(isBlank(each)).toBe(characters.length === 0);
    }),
    { numRuns: 1000 },
  );
});

test("the first characters are a start of the text, no longer than asked", () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 30 }), (each, length) => {
      const short = firstCharacters(each, length);
      expect(each.trim().startsWith(short)).toBe(true);
      expect(isLongerThan(short, length)).toBe(false);
      expect(short).toBe(short.trim());
      if (!isLongerThan(each, length)) expect(short).toBe(each.trim());
    }),
    { numRuns: 1000 },
  );
});

test("a cut never leaves half an emoji", () => {
  expect(firstCharacters("ABCDEFGHI😀😀", 10)).toBe("ABCDEFGHI😀");
  expect(firstCharacters("AB C", 3)).toBe("AB");
});

test.each([
  [undefined, true],
  [null, true],
  ["", true],
  [" \t\r\n\u00a0\u3000", true],
  ["\u0000", false],
  [0, false],
  [false, false],
  [[], false],
  [{}, false],
  [NOT_GIVEN, false],
])("%j is absent: %s", (value, absent) => expect(isAbsent(value)).toBe(absent));
