import fc from "fast-check";
import { expect, test } from "vitest";
import { wordValue } from "./json-scalar.ts";

/** What `JSON.parse` makes of it; `undefined` when it is no number or word by itself. */
function parsed(word: string): unknown {
  try {
    return /^[\s"[{]|\s$/.test(word) ? undefined : JSON.parse(word);
  } catch {
    return undefined;
  }
}

const words =
  "0 -0 7 10 123456789012345 1234567890123456 99999999999999999999 007 00 -7 -07 - -- +1 1. .5 1.50 -0.25 1e3 1E+2 1e-7 1e 1e999 0x1F 1_0 1n ١ NaN Infinity true false null True nul nulls truefalse / : ; ,";

test.each([...words.split(" "), ""])("%j is what JSON.parse makes of it", (word) => {
  expect(wordValue(word)).toBe(parsed(word));
});

test("whatever the word, it is what JSON.parse makes of it", () => {
  const word = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."0123456789-+.eE"), maxLength: 18 }),
    fc.integer().map(String),
    fc.double().map(String),
    fc.maxSafeNat().map(String),
    fc.string({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(word, (word) => {
      expect(wordValue(word)).toBe(parsed(word));
    }),
    { numRuns: 3000 },
  );
});
